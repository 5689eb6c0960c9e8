package org.gatehouse.kyc.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a client is told of its applications.
 *
 * @param id its id
 * @param url its address
 * @param secrets what its deliveries are signed with
 * @param createdAt when it was registered
 * @param failingSince when the first try failed since the last that did not
 * @param disabledAt since when nothing is sent to it
 */
record Webhook(
        String id,
        URI url,
        Secrets secrets,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt) {}

package org.gatehouse.kyc.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a client is told of its applications.
 *
 * @param id its id
 * @param client the client that is told
 * @param url its address
 * @param secrets what its deliveries are signed with; empty where that cannot be opened, until it is rotated
 * @param createdAt when it was registered
 * @param failingSince when the first try failed since the last that did not
 * @param disabledAt since when nothing is sent to it
 */
public record Webhook(
        String id,
        String client,
        URI url,
        Optional<Secrets> secrets,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt) {}

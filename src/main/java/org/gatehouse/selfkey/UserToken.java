package org.gatehouse.selfkey;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.wallet.AccountId;

/**
 * A valid user token, as a page hands it in.
 *
 * @param jti its id
 * @param subject the person's account; the wallet's DID where it had none
 * @param wallet the wallet that signed
 * @param signedAt when it was asked to, in whole seconds: it did not sign before
 * @param expiresAt when the token ends
 * @param origin the page that the wallet fetched it for; empty where it named none
 */
record UserToken(
        String jti, String subject, AccountId wallet, Instant signedAt, Instant expiresAt, Optional<String> origin) {}

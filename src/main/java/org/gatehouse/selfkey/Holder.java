package org.gatehouse.selfkey;

import java.time.Instant;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.wallet.AccountId;

/**
 * Who calls with a valid wallet token.
 *
 * @param root the root endpoint that the token is for, and that was called
 * @param wallet the wallet that signed the challenge
 * @param did the DID under which it did, such as {@code did:eth:0x...} in lower case
 * @param signedAt when it was asked to, in whole seconds: it did not sign before
 */
record Holder(RootEndpoint root, AccountId wallet, String did, Instant signedAt) {
    /** The same person, however it was said who it is. */
    Applicant applicant() {
        return new Applicant(root, wallet);
    }
}

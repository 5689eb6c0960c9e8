package org.gatehouse.endpoint;

import org.gatehouse.wallet.AccountId;

/**
 * The person who calls a root endpoint, in whichever way they said who they are.
 *
 * @param root the root endpoint that was called
 * @param wallet a wallet that the person has proven; there may be no account of it yet
 */
public record Applicant(RootEndpoint root, AccountId wallet) {
    /** The id of the client whose root endpoint it is. */
    public String client() {
        return root.client().id();
    }
}

package org.gatehouse.grant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.wallet.AccountId;

/**
 * What a session gave to a client.
 *
 * @param id its id, which is no secret
 * @param client the client's id
 * @param account the id of the account that was signed in
 * @param session the session's id
 * @param wallet the wallet that the session was proven with
 * @param scope the scopes that were given
 * @param nonce the {@code nonce} of the request
 * @param acr how the person was authenticated
 * @param authenticatedAt when the person was authenticated
 * @param createdAt when it was given
 */
public record Grant(
        String id,
        String client,
        String account,
        String session,
        AccountId wallet,
        Set<String> scope,
        Optional<String> nonce,
        String acr,
        Instant authenticatedAt,
        Instant createdAt) {
    public Grant {
        scope = Set.copyOf(scope);
    }

    /** The same with no more scopes than the client may have now: what its registration lost, it has lost. */
    public Grant within(Client client) {
        return new Grant(
                id,
                this.client,
                account,
                session,
                wallet,
                client.allowed(scope),
                nonce,
                acr,
                authenticatedAt,
                createdAt);
    }

    /** Whether it outlives the session. */
    boolean offline() {
        return scope.contains(Client.OFFLINE_ACCESS);
    }
}

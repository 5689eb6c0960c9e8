package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.grant.Grant;
import org.gatehouse.grant.Grants;
import org.gatehouse.token.TokenCheck;
import org.gatehouse.token.TokenChecker;
import org.gatehouse.token.TokenType;

/** Reads access tokens that are shown to the provider itself, whoever they are for. */
@Dependent
class ShownTokens {
    private static final Logger LOG = System.getLogger(ShownTokens.class.getName());

    private final TokenChecker checker;
    private final Grants grants;
    private final Clients clients;

    @Inject
    ShownTokens(TokenChecker checker, Grants grants, Clients clients) {
        this.checker = checker;
        this.grants = grants;
        this.clients = clients;
    }

    /** The token; empty where it is not valid, its grant was revoked, or its client may do nothing any more. */
    Optional<Shown> read(String jwt) {
        TokenCheck check = checker.check(jwt, TokenType.ACCESS);
        if (check instanceof TokenCheck.Refused refused) {
            LOG.log(Level.INFO, "token refused: {0}", refused.reason().slug());
        }
        return check.valid().flatMap(token -> grants.ofToken(token.claims())
                .flatMap(grant -> clients.find(grant.client()).map(client -> new Shown(token, grant, client))));
    }

    /**
     * A valid access token.
     *
     * @param token what it says
     * @param grant what it came of
     * @param client the client that it was given to
     */
    record Shown(TokenCheck.Valid token, Grant grant, Client client) {
        /** The scopes that the token was given for, those of the grant or fewer, as far as its client may have them now. */
        Set<String> scope() {
            return token.claims().get("scope") instanceof String text
                    ? Scopes.parse(text).map(client::allowed).orElse(Set.of())
                    : Set.of();
        }
    }
}

package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Clients;
import org.gatehouse.grant.Grants;
import org.gatehouse.http.Caller;
import org.gatehouse.http.CallerSource;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.token.TokenCheck;
import org.gatehouse.token.TokenChecker;
import org.gatehouse.token.TokenType;

/**
 * A caller with an access token of ours for our own API, that is for the client {@value Clients#OWN}. A request with an {@code Authorization} header is
 * never looked at for a cookie: a wrong token, or one whose grant was revoked, is no caller.
 */
@Dependent
class BearerCaller implements CallerSource {
    private static final Logger LOG = System.getLogger(BearerCaller.class.getName());
    private static final String SCHEME = "Bearer ";

    private final TokenChecker checker;
    private final PublicUrl publicUrl;
    private final Grants grants;
    private final Accounts accounts;

    @Inject
    BearerCaller(TokenChecker checker, PublicUrl publicUrl, Grants grants, Accounts accounts) {
        this.checker = checker;
        this.publicUrl = publicUrl;
        this.grants = grants;
        this.accounts = accounts;
    }

    @Override
    public boolean claims(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    @Override
    public Optional<Caller> identify(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
        TokenCheck check =
                checker.check(header.substring(SCHEME.length()).strip(), TokenType.ACCESS, publicUrl.at("/api"));
        if (check instanceof TokenCheck.Refused refused) {
            LOG.log(Level.INFO, "token refused: {0}", refused.reason().slug());
        }
        return check.valid()
                .filter(token -> grants.ofToken(token.claims()).isPresent())
                // The roles that the account has now, as for a session: not what the token says that they were.
                .map(token -> new Caller(token.subject(), accounts.roles(token.subject()), false));
    }
}

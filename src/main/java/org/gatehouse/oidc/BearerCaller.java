package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Clients;
import org.gatehouse.http.Caller;
import org.gatehouse.http.CallerSource;
import org.gatehouse.http.PublicUrl;

/**
 * A caller with an access token of ours for our own API, that is for the client {@value Clients#OWN}. A request with an {@code Authorization} header is
 * never looked at for a cookie: a wrong token, or one whose grant was revoked, is no caller.
 */
@Dependent
class BearerCaller implements CallerSource {
    private static final String SCHEME = "Bearer ";

    private final ShownTokens shownTokens;
    private final PublicUrl publicUrl;
    private final Accounts accounts;

    @Inject
    BearerCaller(ShownTokens shownTokens, PublicUrl publicUrl, Accounts accounts) {
        this.shownTokens = shownTokens;
        this.publicUrl = publicUrl;
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
        return shownTokens
                .read(header.substring(SCHEME.length()).strip())
                .filter(shown ->
                        publicUrl.at("/api").equals(shown.token().claims().get("aud")))
                .map(shown -> shown.token().subject())
                // The roles that the account has now, as for a session: not what the token says that they were.
                .map(account -> new Caller(account, accounts.roles(account), false));
    }
}

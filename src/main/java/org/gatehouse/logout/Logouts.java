package org.gatehouse.logout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.session.Session;
import org.gatehouse.token.TokenCheck;
import org.gatehouse.token.TokenChecker;
import org.gatehouse.token.TokenType;

/** Decides on requests to sign out (OpenID Connect RP-Initiated Logout 1.0). */
@Dependent
public class Logouts {
    private final TokenChecker checker;
    private final Clients clients;

    @Inject
    Logouts(TokenChecker checker, Clients clients) {
        this.checker = checker;
        this.clients = clients;
    }

    /**
     * What a request may do in a browser.
     *
     * @param session the browser's session, if it has one
     */
    public LogoutAnswer decide(LogoutRequest request, Optional<Session> session) {
        Optional<TokenCheck.Valid> hint = request.idTokenHint()
                .flatMap(jwt -> checker.formerly(jwt, TokenType.ID).valid());
        Optional<String> hinted = hint.flatMap(TokenCheck.Valid::audience);
        // A hint that was made for another client than the one that asks is no hint (section 2).
        boolean agreed = hinted.isPresent()
                && request.clientId().map(hinted.get()::equals).orElse(true);
        Optional<Client> client = request.clientId().or(() -> hinted).flatMap(clients::find);
        if (request.postLogoutRedirectUri().isPresent()
                && !registered(client, request.postLogoutRedirectUri().get())) return new LogoutAnswer.Refused();
        boolean certain = session.isEmpty()
                || (agreed && hint.filter(token -> of(token, session.get())).isPresent());
        return certain ? new LogoutAnswer.End(goOn(request)) : new LogoutAnswer.Ask(client);
    }

    private static boolean of(TokenCheck.Valid token, Session session) {
        return token.subject().equals(session.account())
                && session.id().equals(token.claims().get("sid"));
    }

    private static boolean registered(Optional<Client> client, String address) {
        return client.filter(known -> known.uris().postLogoutRedirectUris().contains(address))
                .isPresent();
    }

    /** Section 3: the address, with the state that came along. */
    private static Optional<String> goOn(LogoutRequest request) {
        return request.postLogoutRedirectUri().map(address -> request.state()
                .map(state -> address + (address.contains("?") ? "&" : "?") + "state="
                        + URLEncoder.encode(state, StandardCharsets.UTF_8))
                .orElse(address));
    }
}

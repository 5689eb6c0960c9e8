package org.gatehouse.logout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenIssuer;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;

/** Logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.4). */
@Dependent
class LogoutTokens {
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TokenIssuer issuer;

    @Inject
    LogoutTokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** A new token for one try: a client that takes each {@code jti} once does not refuse the second try of a notice whose first answer got lost. */
    String of(Notice notice) {
        return issuer.issue(new TokenRequest(
                        TokenType.LOGOUT,
                        HeaderType.LOGOUT_JWT,
                        SigningAlgorithm.valueOf(notice.client().tokens().algorithm()),
                        notice.client().tokens().jku(),
                        notice.account(),
                        notice.client().id(),
                        LIFETIME,
                        Map.of("sid", notice.session(), "events", Map.of(EVENT, Map.of()))))
                .value();
    }
}

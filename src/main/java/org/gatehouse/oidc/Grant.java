package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.account.Standing;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Client;
import org.gatehouse.session.Session;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.IssuedToken;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenIssuer;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;

/**
 * What a signed-in person's session gives to an application: an access token with the claims of MicroProfile JWT 2.1 section 4.1 and the groups of the
 * application's own rules.
 */
@Dependent
class Grant {
    private final Accounts accounts;
    private final TokenIssuer issuer;
    private final OidcSettings settings;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Grant(Accounts accounts, TokenIssuer issuer, OidcSettings settings, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new access token of this session for this client; empty where the session ends within a second. It does not outlive the session. */
    Optional<IssuedToken> accessToken(Session session, Client client) {
        // Before the time is read: asking the wallet's network may take seconds.
        Map<String, Object> claims = claims(session, client);
        Duration left = Duration.between(clock.instant(), session.expiresAt()).truncatedTo(ChronoUnit.SECONDS);
        if (left.isNegative() || left.isZero()) return Optional.empty();
        Duration lifetime = client.tokens().access().orElse(settings.accessLifetime());
        IssuedToken token = issuer.issue(new TokenRequest(
                TokenType.ACCESS,
                client.tokens().type().equals("at+jwt") ? HeaderType.AT_JWT : HeaderType.JWT,
                SigningAlgorithm.valueOf(client.tokens().algorithm()),
                client.tokens().jku(),
                session.account(),
                client.tokens().audience(),
                left.compareTo(lifetime) < 0 ? left : lifetime,
                claims));
        audit.record("token.issue", "ok", session.account(), session.wallet().toString(), client.id());
        return Optional.of(token);
    }

    private Map<String, Object> claims(Session session, Client client) {
        Person person = accounts.person(session.account(), session.wallet());
        Standing standing = person.standing();
        String address = session.wallet().address().toString();
        Map<String, Object> claims = new HashMap<>();
        claims.put("azp", client.id());
        claims.put("client_id", client.id());
        claims.put("upn", address);
        claims.put("preferred_username", address);
        claims.put("wallet", session.wallet().toString());
        claims.put("auth_time", session.authenticatedAt().getEpochSecond());
        // RFC 8176: proof of possession of a key.
        claims.put("amr", List.of("pop"));
        claims.put("acr", "wallet");
        claims.put("groups", List.copyOf(client.groups(person.facts())));
        if (standing.known()) claims.put(standing.network(), standing.facts());
        return claims;
    }
}

package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Person;
import org.gatehouse.client.Client;
import org.gatehouse.client.TokenProfile;
import org.gatehouse.grant.Claims;
import org.gatehouse.grant.Lifetimes;
import org.gatehouse.grant.SharedClaims;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenCheck;
import org.gatehouse.token.TokenChecker;
import org.gatehouse.token.TokenIssuer;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;
import org.gatehouse.wallet.AccountId;

/**
 * User tokens: the client's MicroProfile JWTs, which the wallet gives to the page that it signs in to. Several clients may share an audience, so that each
 * token says which client it is for.
 */
@Dependent
class UserTokens {
    private static final String CLIENT = "client_id";
    private static final String ORIGIN = "origin";

    private final TokenIssuer issuer;
    private final TokenChecker checker;
    private final Lifetimes lifetimes;
    private final SharedClaims shared;

    @Inject
    UserTokens(TokenIssuer issuer, TokenChecker checker, Lifetimes lifetimes, SharedClaims shared) {
        this.issuer = issuer;
        this.checker = checker;
        this.lifetimes = lifetimes;
        this.shared = shared;
    }

    /**
     * Mints the token.
     *
     * @param signedAt when the wallet was asked to sign: its {@code auth_time}
     * @param origin the page that the wallet fetches it for, if it names one
     */
    String issue(Client client, Person person, Instant signedAt, Optional<String> origin) {
        TokenProfile profile = client.tokens();
        Map<String, Object> claims = Claims.wallet(client, person, signedAt, shared.of(person.account(), client));
        origin.ifPresentOrElse(page -> claims.put(ORIGIN, page), () -> claims.remove(ORIGIN));
        return issuer.issue(new TokenRequest(
                        TokenType.USER,
                        HeaderType.JWT,
                        SigningAlgorithm.valueOf(profile.algorithm()),
                        profile.jku(),
                        person.account(),
                        profile.audience(),
                        lifetimes.access(client),
                        claims))
                .value();
    }

    /** The token of this text; empty where it is not a valid one of this client. */
    Optional<UserToken> check(Client client, String jwt) {
        return checker.check(jwt, TokenType.USER, client.tokens().audience())
                .valid()
                .filter(token -> client.id().equals(token.claims().get(CLIENT)))
                .map(UserTokens::read);
    }

    private static UserToken read(TokenCheck.Valid token) {
        Map<String, Object> claims = token.claims();
        return new UserToken(
                token.jti(),
                token.subject(),
                AccountId.parse(String.valueOf(claims.get("wallet"))),
                Instant.ofEpochSecond(Long.parseLong(String.valueOf(claims.get("auth_time")))),
                token.expiresAt(),
                Optional.ofNullable(claims.get(ORIGIN)).map(String::valueOf));
    }
}

package org.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.Authorized;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.grant.Grants;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.token.TokenType;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What userinfo, introspection and our own API read. */
class ShownTokensTest {
    private static final AccountId WALLET =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final TokenSystem tokens = new TokenSystem(clock);
    private final Client app = ClientTestBed.client("{'redirect_uris':['https://a.example/cb']}");
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private final ShownTokens shown = new ShownTokens(tokens.checker(), grants, ClientTestBed.clients(app));

    @ParameterizedTest
    @EnumSource
    void anAccessTokenAloneIsReadThoughAllNameTheSameGrant(TokenType type) {
        HeaderType header = type == TokenType.LOGOUT ? HeaderType.LOGOUT_JWT : HeaderType.JWT;
        String jwt = tokens.issuer()
                .issue(new TokenRequest(
                        type,
                        header,
                        SigningAlgorithm.ES256,
                        false,
                        "account",
                        "app",
                        Duration.ofMinutes(10),
                        Map.of("grant_id", grant())))
                .value();
        assertEquals(type == TokenType.ACCESS, shown.read(jwt).isPresent());
    }

    private String grant() {
        Session session = SessionTestBed.signIn(
                        database, clock, SessionTestBed.sessions(database.entities(), clock), WALLET, Optional.empty())
                .session();
        Authorized authorized = new Authorized(
                app, session, Set.of("openid"), "https://a.example/cb", Optional.empty(), Optional.empty(), "wallet");
        assertTrue(database.inTransaction(() -> grants.authorize(authorized)).isPresent());
        return database.texts("select g.id from GrantRow g").get(0);
    }
}

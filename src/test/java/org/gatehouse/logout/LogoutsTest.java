package org.gatehouse.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.session.Session;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenCheck;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.token.TokenType;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogoutsTest {
    private static final String BACK = "https://app.example/bye";
    private static final Client APP = ClientTestBed.client("{'post_logout_redirect_uris':['" + BACK
            + "','https://app.example/bye?x=1'],'redirect_uris':['https://app.example/cb']}");

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final TokenSystem tokens = new TokenSystem(clock);
    private final Logouts logouts = new Logouts(tokens.checker(), ClientTestBed.clients(APP));
    private final Optional<Session> session = Optional.of(new Session(
            "session",
            "account",
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")),
            clock.instant(),
            clock.instant().plus(Duration.ofHours(8)),
            false));

    @Test
    void anIdTokenOfTheSessionEndsItAtOnceAlsoWhenItHasExpired() {
        String hint = idToken("app", "account", "session");
        clock.move(Duration.ofHours(3));
        assertEquals(new LogoutAnswer.End(Optional.of(BACK)), decide(hint, null, BACK, null));
        assertEquals(new LogoutAnswer.End(Optional.of(BACK)), decide(hint, "app", BACK, null));
        assertEquals(new LogoutAnswer.End(Optional.empty()), decide(hint, null, null, "state without an address"));
    }

    @Test
    void everyOtherHintIsAskedAbout() {
        for (String hint : new String[] {
            idToken("app", "another", "session"),
            idToken("app", "account", "another"),
            token(TokenType.ACCESS, HeaderType.JWT, "app", "account", "session"),
            token(TokenType.USER, HeaderType.JWT, "app", "account", "session"),
            token(TokenType.WALLET, HeaderType.JWT, "app", "account", "session"),
            "garbage",
            "a.b.c"
        }) {
            assertInstanceOf(LogoutAnswer.Ask.class, decide(hint, "app", BACK, null), hint);
        }
        String ofAnotherClient = idToken("gatehouse", "account", "session");
        assertInstanceOf(LogoutAnswer.Ask.class, decide(ofAnotherClient, "app", BACK, null));
    }

    @Test
    void withoutAHintThePersonIsAsked() {
        assertEquals(new LogoutAnswer.Ask(Optional.of(APP)), decide(null, "app", BACK, null));
        assertEquals(new LogoutAnswer.Ask(Optional.empty()), decide(null, null, null, null));
        assertEquals(new LogoutAnswer.Ask(Optional.empty()), decide(null, "nobody", null, null));
    }

    @Test
    void anAddressThatIsNotRegisteredIsRefusedInAnyCase() {
        String hint = idToken("app", "account", "session");
        for (String wrong : new String[] {"https://evil.example/", BACK + "/", BACK + "?", "javascript:alert(1)"}) {
            assertEquals(new LogoutAnswer.Refused(), decide(hint, null, wrong, null), wrong);
            assertEquals(new LogoutAnswer.Refused(), decide(null, "app", wrong, null), wrong);
        }
        assertEquals(new LogoutAnswer.Refused(), decide(null, null, BACK, null), "of no client that is known");
        assertEquals(new LogoutAnswer.Refused(), decide(null, "gatehouse", BACK, null), "of another client");
        assertEquals(
                new LogoutAnswer.Refused(),
                logouts.decide(request(null, null, BACK, null), Optional.empty()),
                "and nobody signed in");
    }

    @Test
    void whereNobodyIsSignedInTheBrowserGoesOn() {
        assertEquals(
                new LogoutAnswer.End(Optional.of(BACK)),
                logouts.decide(request(null, "app", BACK, null), Optional.empty()));
    }

    @Test
    void theStateComesBackEncoded() {
        String hint = idToken("app", "account", "session");
        assertEquals(new LogoutAnswer.End(Optional.of(BACK + "?state=a+%26b%23")), decide(hint, null, BACK, "a &b#"));
        assertEquals(new LogoutAnswer.End(Optional.of(BACK + "?x=1&state=s")), decide(hint, null, BACK + "?x=1", "s"));
    }

    @Test
    void aLogoutTokenSaysWhatTheSpecificationAsksFor() {
        Notice notice = new Notice("notice", APP, URI.create("https://app.example/logout"), "account", "session");
        LogoutTokens logoutTokens = new LogoutTokens(tokens.issuer());
        TokenCheck.Valid token = tokens.checker()
                .check(logoutTokens.of(notice), TokenType.LOGOUT, "app")
                .valid()
                .orElseThrow();
        assertEquals("account", token.subject());
        assertEquals("session", token.claims().get("sid"));
        assertEquals(
                Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()),
                token.claims().get("events"));
        assertFalse(token.claims().containsKey("nonce"));
        assertEquals(clock.instant().plus(Duration.ofMinutes(2)), token.expiresAt());
    }

    private LogoutAnswer decide(
            @Nullable String hint, @Nullable String client, @Nullable String goOn, @Nullable String state) {
        return logouts.decide(request(hint, client, goOn, state), session);
    }

    private static LogoutRequest request(
            @Nullable String hint, @Nullable String client, @Nullable String goOn, @Nullable String state) {
        return new LogoutRequest(
                Optional.ofNullable(hint),
                Optional.ofNullable(client),
                Optional.ofNullable(goOn),
                Optional.ofNullable(state));
    }

    private String idToken(String client, String account, String sid) {
        return token(TokenType.ID, HeaderType.JWT, client, account, sid);
    }

    private String token(TokenType type, HeaderType header, String client, String account, String sid) {
        return tokens.issuer()
                .issue(new TokenRequest(
                        type,
                        header,
                        SigningAlgorithm.ES256,
                        false,
                        account,
                        client,
                        Duration.ofMinutes(10),
                        Map.of("sid", sid)))
                .value();
    }
}

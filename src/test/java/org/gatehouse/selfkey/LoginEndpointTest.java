package org.gatehouse.selfkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.AttemptPurpose;
import org.gatehouse.session.AttemptState;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;
import org.gatehouse.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginEndpointTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.700Z");
    private static final Instant SECOND = Instant.parse("2026-11-20T12:00:00Z");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(NOW);
    private final LoginSystem system = new LoginSystem(database, clock);
    private final Secret browser = system.randomness.secret();

    @Test
    void aPageOfTheClientGetsAnAddressOfOursThatIsOpenedOnce() {
        LoginSystem.Answer answer = system.handIn(token(SECOND));
        assertEquals(200, answer.status());
        assertEquals("no-store", answer.header("Cache-Control"));
        Login login = new Login("portal", LoginSystem.WALLET, SECOND);
        assertEquals(Optional.of(login), database.inTransaction(() -> system.logins.look(answer.address())));
        assertEquals(Optional.of(login), database.inTransaction(() -> system.logins.open(answer.address())));
        assertEquals(Optional.empty(), database.inTransaction(() -> system.logins.open(answer.address())));
        assertEquals(Optional.empty(), database.inTransaction(() -> system.logins.look(answer.address())));
    }

    @Test
    void anAddressWaitsForAMinute() {
        Secret address = system.handIn(token(SECOND)).address();
        clock.move(Logins.OPEN);
        assertEquals(Optional.empty(), database.inTransaction(() -> system.logins.look(address)));
        assertEquals(Optional.empty(), database.inTransaction(() -> system.logins.open(address)));
    }

    @Test
    void whoSaysThatItWasSomebodyElseEndsIt() {
        Secret address = system.handIn(token(SECOND)).address();
        database.inTransaction(() -> system.logins.disown(address));
        assertEquals(Optional.empty(), database.inTransaction(() -> system.logins.open(address)));
        assertTrue(database.texts("select a.outcome from AuditRow a where a.action = 'selfkey.login'")
                .contains("disowned"));
    }

    @Test
    void aTokenIsTakenOnce() {
        String token = token(SECOND);
        assertEquals(200, system.handIn(token).status());
        system.begin(browser);
        assertEquals("401 token_invalid", system.handIn(token).outcome());
        assertEquals("401 token_invalid", system.handInAtHome(token, browser).outcome());
        assertEquals(AttemptState.PENDING, attempt().state());
    }

    @Test
    void aTokenIsForgottenOnlyWhenItHasExpired() {
        String token = token(SECOND);
        system.handIn(token);
        clock.moveTo(SECOND.plus(Duration.ofMinutes(5)));
        assertEquals(0, database.inTransaction(() -> system.logins.sweep(clock.instant(), 10)));
        clock.moveTo(SECOND.plus(Duration.ofHours(2)));
        assertEquals(1, database.inTransaction(() -> system.logins.sweep(clock.instant(), 10)));
        assertEquals("401 token_invalid", system.handIn(token).outcome());
    }

    @Test
    void aSignInPageOfOursThatWaitsIsProvenAndTheBrowserGoesBackToIt() {
        Attempt begun = system.begin(browser);
        clock.move(Duration.ofSeconds(2));
        LoginSystem.Answer answer = system.handInAtHome(token(SECOND.plusSeconds(1)), browser);
        assertEquals(LoginSystem.OWN + "/signin/return/" + begun.id(), answer.member("redirectTo"));
        assertEquals(AttemptState.PROVEN, attempt().state());
        assertEquals(Optional.of(LoginSystem.WALLET), attempt().wallet());
    }

    @Test
    void aSignatureInTheSecondInWhichTheAttemptBeganCounts() {
        system.begin(browser);
        assertEquals(200, system.handInAtHome(token(SECOND), browser).status());
    }

    @Test
    void aSignatureFromBeforeTheAttemptDoesNotCount() {
        system.begin(browser);
        LoginSystem.Answer answer = system.handInAtHome(token(SECOND.minusSeconds(1)), browser);
        assertEquals("401 token_invalid", answer.outcome());
        assertEquals(AttemptState.PENDING, attempt().state());
    }

    @Test
    void whatAWalletGaveToAnotherSiteFinishesNoSignInOfOurs() {
        system.begin(browser);
        String theirs = system.token(system.portal, SECOND, LoginSystem.PAGE);
        assertEquals("401 token_invalid", system.handInAtHome(theirs, browser).outcome());
        String ours = system.token(system.portal, SECOND, LoginSystem.OWN);
        assertEquals(200, system.handInAtHome(ours, browser).status());
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptPurpose.class,
            names = {"CONFIRM", "LINK"})
    void whatChangesAnAccountTakesATokenOfOurOwnRootEndpointForAPageOfOurs(AttemptPurpose purpose) {
        system.begin(browser, purpose);
        String theirs = system.token(system.portal, SECOND, LoginSystem.OWN);
        assertEquals("401 token_invalid", system.handInAtHome(theirs, browser).outcome());
        String nobodys = system.token(system.own, SECOND, null);
        assertEquals(
                "401 token_invalid",
                system.handInAtHome(system.own, nobodys, browser).outcome());
        assertEquals(AttemptState.PENDING, attempt().state());
        String ours = system.token(system.own, SECOND, LoginSystem.OWN);
        assertEquals(200, system.handInAtHome(system.own, ours, browser).status());
        assertEquals(AttemptState.PROVEN, attempt().state());
    }

    @Test
    void whatAnApplicationMayHaveHadOnlyArrives() {
        system.begin(browser);
        system.handInAtHome(token(SECOND), browser);
        assertEquals(AttemptPurpose.ARRIVE, attempt().purpose());
    }

    @Test
    void anAttemptThatIsOverIsNoOtherWay() {
        system.begin(browser);
        database.inTransaction(() -> system.attempts.end(browser));
        assertEquals(
                "401 token_invalid", system.handInAtHome(token(SECOND), browser).outcome());
        assertEquals(0, database.count("LoginRow"));
    }

    @Test
    void theTrailTellsWhatCameOfIt() {
        Secret address = system.handIn(token(SECOND)).address();
        assertEquals(List.of("handed-in"), outcomes());
        database.inTransaction(() -> system.logins.open(address));
        assertEquals(List.of("handed-in", "ok"), outcomes());
    }

    @Test
    void theCookieDoesNotCountOnAPageOfAnotherOrigin() {
        system.begin(browser);
        String body = "{\"token\":\"" + token(SECOND) + "\"}";
        LoginSystem.Answer answer = system.post("portal", body, LoginSystem.PAGE, Optional.of(browser));
        assertNotEquals("", answer.address().text());
        assertEquals(AttemptState.PENDING, attempt().state());
    }

    @Test
    void anAddressIsGivenForSignaturesOfTheLast10Minutes() {
        assertEquals(200, system.handIn(token(NOW.minusSeconds(599))).status());
        assertEquals(
                "401 token_invalid", system.handIn(token(NOW.minusSeconds(600))).outcome());
    }

    @Test
    void aTokenOfAnotherClientIsRefusedThoughItsAudienceIsTheSame() {
        String theirs = system.token(system.forum, SECOND, null);
        assertEquals("401 token_invalid", system.handIn(theirs).outcome());
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenType.class,
            names = {"ACCESS", "ID"})
    void aTokenForAnythingElseIsRefused(TokenType type) {
        String other = system.keys
                .issuer()
                .issue(new TokenRequest(
                        type,
                        HeaderType.JWT,
                        SigningAlgorithm.RS256,
                        false,
                        account(),
                        "all-portals",
                        Duration.ofHours(1),
                        Map.of(
                                "client_id", "portal",
                                "wallet", LoginSystem.WALLET.toString(),
                                "auth_time", SECOND.getEpochSecond())))
                .value();
        assertEquals("401 token_invalid", system.handIn(other).outcome());
    }

    @Test
    void aBlockedPersonIsRefused() {
        String token = token(SECOND);
        String account = account();
        database.inTransaction(() -> system.accounts.block(account));
        assertEquals("403 forbidden", system.handIn(token).outcome());
        assertEquals(0, database.count("LoginRow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|400 token_missing",
                "{\"token\":7}|400 token_missing",
                "{\"token\":\"\"}|401 token_invalid",
                "{\"token\":null,\"jwt\":\"a.b.c\"}|401 token_invalid",
                "[]|400 bad_request",
                "token|400 bad_request",
                "~~|400 bad_request"
            })
    void whatIsNoTokenIsRefusedAndThePageGoesOnToOurs(String body, String outcome) {
        LoginSystem.Answer answer = system.post("portal", body, LoginSystem.PAGE, Optional.empty());
        assertEquals(outcome, answer.outcome());
        assertEquals(LoginSystem.OWN + "/signin?note=selfkey&go=/signin/to/portal", answer.member("redirectTo"));
    }

    @Test
    void theTokenCountsBeforeTheJwtAndUnknownMembersDoNot() {
        String body = "{\"more\":{},\"jwt\":\"no\",\"token\":\"" + token(SECOND) + "\"}";
        assertEquals(
                200,
                system.post("portal", body, LoginSystem.PAGE, Optional.empty()).status());
    }

    @Test
    void aHugeBodyIsRefused() {
        String body = "{\"token\":\"" + "x".repeat(LoginEndpoint.MAX_BYTES) + "\"}";
        assertEquals(
                "413 too_large",
                system.post("portal", body, LoginSystem.PAGE, Optional.empty()).outcome());
    }

    @Test
    void anUnknownClientAndOneWithoutSelfkeyAreNotFound() {
        for (String client : Set.of("nobody", "PORTAL", "\u0000")) {
            assertEquals(
                    "404 not_found",
                    system.post(client, "{}", null, Optional.empty()).outcome());
        }
    }

    @Test
    void aPageOfTheClientMayReadTheAnswerAndNoCookieIsSent() {
        LoginSystem.Answer answer = system.handIn(token(SECOND));
        assertEquals(LoginSystem.PAGE, answer.header("Access-Control-Allow-Origin"));
        assertEquals("null", answer.header("Access-Control-Allow-Credentials"));
        assertEquals("Origin", answer.header("Vary"));
        assertEquals("Origin", system.handIn("no").header("Vary"));
        assertEquals(LoginSystem.PAGE, system.handIn("no").header("Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example",
        "null",
        "https://portal.example.evil.example",
        "http://portal.example",
        "https://portal.example https://portal.example"
    })
    void aPageOfAnotherOriginIsRefusedAndLearnsNothing(String origin) {
        for (LoginSystem.Answer answer : Set.of(
                system.post("portal", "{\"token\":\"" + token(SECOND) + "\"}", origin, Optional.empty()),
                system.ask(origin))) {
            assertEquals("403 forbidden", answer.outcome());
            assertEquals("null", answer.header("Access-Control-Allow-Origin"));
            assertEquals("Origin", answer.header("Vary"));
        }
        assertEquals(0, database.count("LoginRow"));
    }

    @Test
    void aBrowserThatAsksIsToldWhatThePageMaySend() {
        LoginSystem.Answer answer = system.ask(LoginSystem.PAGE);
        assertEquals(204, answer.status());
        assertEquals(LoginSystem.PAGE, answer.header("Access-Control-Allow-Origin"));
        assertEquals("POST", answer.header("Access-Control-Allow-Methods"));
        assertEquals("Content-Type", answer.header("Access-Control-Allow-Headers"));
        assertEquals("null", answer.header("Access-Control-Allow-Credentials"));
    }

    private String token(Instant signedAt) {
        return system.token(system.portal, signedAt, null);
    }

    private List<String> outcomes() {
        return database.texts("select a.outcome from AuditRow a where a.action = 'selfkey.login' order by a.outcome");
    }

    private String account() {
        return database.inTransaction(() -> system.accounts.ofWallet(LoginSystem.WALLET));
    }

    private Attempt attempt() {
        return database.inTransaction(() -> system.attempts.find(browser)).orElseThrow();
    }
}

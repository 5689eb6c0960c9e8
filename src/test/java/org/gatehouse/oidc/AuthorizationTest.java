package org.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.client.Client;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.session.Session;
import org.gatehouse.token.HeaderType;
import org.gatehouse.token.SigningAlgorithm;
import org.gatehouse.token.TokenRequest;
import org.gatehouse.token.TokenType;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final AccountId OTHER = AccountId.idena(Address.parse("0x52908400098527886E0F7030069857D2E4169EE7"));

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final AuthorizationBench bench = new AuthorizationBench(database);

    @Test
    void someoneWhoIsSignedInGetsACodeAtOnceAndNothingWaits() {
        bench.signIn();
        Answer answer = answered(bench.begin("state", "ä&=+ %", "nonce", "n"));
        assertEquals(AuthorizationBench.CALLBACK, answer.redirectUri());
        assertEquals(
                List.of("code", "state", "iss"), List.copyOf(answer.parameters().keySet()));
        assertEquals("ä&=+ %", answer.parameters().get("state"));
        assertEquals("https://gate.example", answer.parameters().get("iss"));
        assertTrue(answer.location().endsWith("&state=%C3%A4%26%3D%2B+%25&iss=https%3A%2F%2Fgate.example"));
        assertEquals(0, database.count("PendingRow"));
        assertEquals(List.of("wallet-fresh"), database.texts("select g.acr from GrantRow g"));
    }

    @Test
    void aSessionThatEndsMeanwhileGivesNoCode() {
        Session gone = bench.signIn();
        bench.endSession(gone);
        assertEquals("login_required", answered(bench.begin()).parameters().get("error"));
        assertEquals(0, database.count("GrantRow"));
    }

    @Test
    void aSignatureIsFreshForFiveMinutes() {
        bench.signIn();
        bench.clock.move(Duration.ofMinutes(5));
        answered(bench.begin());
        bench.clock.move(Duration.ofMillis(1));
        answered(bench.begin());
        assertEquals(
                List.of("wallet-fresh", "wallet"), database.texts("select g.acr from GrantRow g order by g.createdAt"));
    }

    @Test
    void someoneElseSignsInFirstAndTheRequestGoesOnOnce() {
        Waiting waiting = signIn(bench.begin());
        assertEquals(Optional.of(waiting), bench.in(() -> bench.authorization.waiting(waiting.path(), bench.browser)));
        bench.clock.move(Duration.ofMinutes(2));
        bench.signIn();
        assertTrue(answered(bench.resume(waiting)).parameters().containsKey("code"));
        assertInstanceOf(Outcome.Gone.class, bench.resume(waiting));
        assertEquals(1, database.count("GrantRow"));
    }

    @Test
    void whoOnlyKnowsTheIdOfARequestLearnsNothingOfIt() {
        Waiting waiting = signIn(bench.begin());
        var stranger = new Randomness().secret();
        Session session = bench.signIn();
        assertInstanceOf(
                Outcome.Gone.class, bench.in(() -> bench.authorization.resume(waiting.id(), bench.session, stranger)));
        assertEquals(Optional.empty(), bench.in(() -> bench.authorization.waiting(waiting.path(), stranger)));
        assertFalse(bench.in(() -> bench.authorization.deny(waiting.id(), stranger)));
        assertFalse(bench.in(() -> bench.authorization.choose(waiting.id(), session, stranger)));
        assertFalse(bench.in(() -> bench.authorization.allow(waiting.id(), session, stranger, Set.of())));
    }

    @Test
    void aRequestWaitsFifteenMinutes() {
        Waiting waiting = signIn(bench.begin());
        bench.signIn();
        bench.clock.move(Authorization.LIFETIME);
        assertInstanceOf(Outcome.Gone.class, bench.resume(waiting));
    }

    /** Each line: what is wrong, with {@code -} for a parameter that is left out, and the error that the application is told. */
    @ParameterizedTest
    @CsvSource({
        "response_type, -, invalid_request",
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "scope, -, invalid_scope",
        "scope, '', invalid_scope",
        "scope, profile, invalid_scope",
        "scope, openid  profile, invalid_scope",
        "scope, OPENID, invalid_scope",
        "scope, openidprofile, invalid_scope",
        "code_challenge, -, invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c, invalid_request",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM, invalid_request",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, invalid_request",
        "code_challenge_method, -, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, s256, invalid_request",
        "response_mode, fragment, invalid_request",
        "response_mode, query.jwt, invalid_request",
        "response_mode, Query, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, create, invalid_request",
        "prompt, None, invalid_request",
        "prompt, none, login_required",
        "max_age, -1, invalid_request",
        "max_age, 1.5, invalid_request",
        "max_age, ten, invalid_request",
        "max_age, 99999999999, invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://app.example/r, request_uri_not_supported",
        "registration, {}, registration_not_supported",
    })
    void whatIsWrongIsToldToTheApplication(String name, String value, String error) {
        Answer answer = answered(bench.begin(name, value.equals("-") ? "" : value));
        assertEquals(error, answer.parameters().get("error"));
        assertEquals("a state", answer.parameters().get("state"));
        assertEquals("https://gate.example", answer.parameters().get("iss"));
        assertTrue(
                answer.parameters().getOrDefault("error_description", "").matches("[\\x20-\\x7e&&[^\"\\\\]]{1,100}"));
        assertFalse(answer.form());
        assertEquals(0, database.count("PendingRow"));
        assertEquals(0, database.count("GrantRow"));
        assertEquals(0, database.count("AuditRow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type",
                "scope",
                "state",
                "code_challenge",
                "code_challenge_method",
                "response_mode",
                "nonce",
                "prompt",
                "max_age",
                "acr_values",
                "id_token_hint",
                "login_hint",
                "ui_locales",
                "display",
                "claims",
                "request",
                "anything"
            })
    void noParameterMayBeThereTwiceOrTooLong(String name) {
        String twice = AuthorizationBench.request() + "&" + name + "=1&" + name + "=1";
        assertEquals("invalid_request", error(bench.beginEncoded(twice)));
        assertEquals("invalid_request", error(bench.begin(name, "a".repeat(2_001))));
        assertEquals("invalid_request", error(bench.begin(name, "a\u0000")));
        assertEquals("invalid_request", error(bench.begin(name, "a\u007f")));
        assertEquals(0, database.count("PendingRow"));
    }

    @Test
    void theStateThatStandsThereTwiceGoesBackNoTimes() {
        Answer answer = answered(bench.beginEncoded(AuthorizationBench.request() + "&state=b"));
        assertFalse(answer.parameters().containsKey("state"));
    }

    /** Each line: what is wrong, with {@code -} for a parameter that is left out. */
    @ParameterizedTest
    @CsvSource({
        "client_id, -, UNKNOWN_CLIENT",
        "client_id, nobody, UNKNOWN_CLIENT",
        "client_id, APP, UNKNOWN_CLIENT",
        "client_id, 'app ', UNKNOWN_CLIENT",
        "redirect_uri, -, WRONG_REDIRECT",
        "redirect_uri, https://app.example/CB, WRONG_REDIRECT",
        "redirect_uri, https://app.example/cb/, WRONG_REDIRECT",
        "redirect_uri, https://app.example/cb/../cb, WRONG_REDIRECT",
        "redirect_uri, https://app.example:443/cb, WRONG_REDIRECT",
        "redirect_uri, https://app.example/cb?, WRONG_REDIRECT",
        "redirect_uri, https://app.example/cb?at=work, WRONG_REDIRECT",
        "redirect_uri, https://app.example/cb#f, WRONG_REDIRECT",
        "redirect_uri, https://app.example.evil.example/cb, WRONG_REDIRECT",
        "redirect_uri, https://app.example@evil.example/cb, WRONG_REDIRECT",
        "redirect_uri, http://app.example/cb, WRONG_REDIRECT",
        "redirect_uri, http://127.0.0.1:8080/other, WRONG_REDIRECT",
        "redirect_uri, http://127.0.0.2/cb, WRONG_REDIRECT",
        "redirect_uri, http://127.0.0.1:8080@evil.example/cb, WRONG_REDIRECT",
        "redirect_uri, http://127.0.0.1:/cb, WRONG_REDIRECT",
        "redirect_uri, http://127.0.0.1:808080/cb, WRONG_REDIRECT",
        "redirect_uri, http://localhost/cb, WRONG_REDIRECT",
        "redirect_uri, //app.example/cb, WRONG_REDIRECT",
        "redirect_uri, javascript:alert(1), WRONG_REDIRECT"
    })
    void nobodyIsSentToAnAddressThatIsNotRegistered(String name, String value, Outcome.Reason reason) {
        bench.signIn();
        assertEquals(new Outcome.Refused(reason), bench.begin(name, value.equals("-") ? "" : value));
        assertEquals(0, database.count("PendingRow") + database.count("GrantRow") + database.count("AuditRow"));
    }

    @Test
    void anAddressThatIsThereTwiceOrTooLongIsNone() {
        String wholly = AuthorizationBench.request();
        assertEquals(
                new Outcome.Refused(Outcome.Reason.WRONG_REDIRECT),
                bench.beginEncoded(wholly + "&redirect_uri=" + AuthorizationBench.CALLBACK));
        assertEquals(new Outcome.Refused(Outcome.Reason.UNKNOWN_CLIENT), bench.beginEncoded(wholly + "&client_id=app"));
        assertEquals(
                new Outcome.Refused(Outcome.Reason.WRONG_REDIRECT),
                bench.begin("redirect_uri", AuthorizationBench.CALLBACK + "?" + "a".repeat(2_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "a=%C3", "client_id=%FF", "%C0%AF=1"})
    void whatCannotBeDecodedIsRefused(String rest) {
        assertEquals(
                new Outcome.Refused(Outcome.Reason.MALFORMED),
                bench.beginEncoded(AuthorizationBench.request() + "&" + rest));
    }

    @Test
    void aRequestHasEightThousandCharactersAtMost() {
        String longest = AuthorizationBench.request() + "&a=";
        String filled = longest + "b".repeat(1_000) + "&" + "&".repeat(8_000 - longest.length() - 1_001);
        assertInstanceOf(Outcome.SignIn.class, bench.beginEncoded(filled));
        assertEquals(new Outcome.Refused(Outcome.Reason.MALFORMED), bench.beginEncoded(filled + "&"));
        assertEquals(new Outcome.Refused(Outcome.Reason.UNKNOWN_CLIENT), bench.beginEncoded(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/cb", "http://127.0.0.1:8080/cb", "http://[::1]:51004/cb"})
    void anApplicationOnThisMachineMayTakeAnyPort(String redirectUri) {
        bench.signIn();
        Waiting waiting = assertInstanceOf(Outcome.Consent.class, bench.begin("redirect_uri", redirectUri))
                .waiting();
        allow(waiting);
        assertEquals(redirectUri, answered(bench.resume(waiting)).redirectUri());
    }

    /** RFC 8252 section 8.6: who asks in the name of a program that proves nothing may be another program of the same machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/cb", "http://127.0.0.1:8080/cb", "http://[::1]/cb", "org.example.app:/cb"})
    void aProgramOnThePersonsMachineGetsNoCodeUnseen(String redirectUri) {
        bench.signIn();
        for (int i = 0; i < 2; i++) {
            bench.clock.move(Duration.ofSeconds(1));
            Waiting waiting = assertInstanceOf(Outcome.Consent.class, bench.begin("redirect_uri", redirectUri))
                    .waiting();
            allow(waiting);
            assertEquals("ok", error(bench.resume(waiting)));
        }
        bench.clock.move(Duration.ofSeconds(1));
        assertEquals("interaction_required", error(bench.begin("redirect_uri", redirectUri, "prompt", "none")));
    }

    @ParameterizedTest
    @CsvSource({"app, http://localhost:8081/cb", "app, https://app.example/cb", "lax, http://127.0.0.1/cb"})
    void aServerAndWhoProvesWhoItIsGetACodeAtOnce(String client, String redirectUri) {
        bench.signIn();
        assertEquals("ok", error(bench.begin("client_id", client, "redirect_uri", redirectUri)));
    }

    @Test
    void theAnswerGoesBehindTheQueryThatIsRegistered() {
        bench.signIn();
        Answer answer = answered(bench.begin("redirect_uri", "https://app.example/cb?at=home"));
        assertTrue(answer.location().startsWith("https://app.example/cb?at=home&code="), answer.location());
    }

    @Test
    void aFormCarriesTheAnswerAndTheErrorAlike() {
        bench.signIn();
        assertTrue(answered(bench.begin("response_mode", "form_post")).form());
        assertTrue(answered(bench.begin("response_mode", "form_post", "scope", "x"))
                .form());
    }

    @Test
    void aRequestOfAFormComesAgain() {
        bench.signIn();
        Outcome again = bench.beginByForm(AuthorizationBench.request());
        String query = assertInstanceOf(Outcome.Again.class, again).query();
        assertTrue(answered(bench.beginEncoded(query)).parameters().containsKey("code"));
        Outcome wrong = bench.beginByForm("client_id=x");
        assertEquals(new Outcome.Refused(Outcome.Reason.UNKNOWN_CLIENT), wrong);
    }

    @Test
    void proofKeysMayBeLeftOutWhereTheClientSaysSo() {
        bench.signIn();
        assertTrue(answered(bench.begin("client_id", "lax", "code_challenge", "", "code_challenge_method", ""))
                .parameters()
                .containsKey("code"));
        assertEquals("invalid_request", error(bench.begin("client_id", "lax", "code_challenge", "")));
        assertEquals("invalid_request", error(bench.begin("client_id", "lax", "code_challenge_method", "")));
    }

    @Test
    void aNonceHasFiveHundredCharactersAtMost() {
        bench.signIn();
        assertEquals("ok", error(bench.begin("nonce", "n".repeat(500))));
        assertEquals("invalid_request", error(bench.begin("nonce", "n".repeat(501))));
    }

    @Test
    void scopesThatAreNotTheClientsAreLeftOut() {
        bench.signIn();
        answered(bench.begin("scope", "openid profile offline_access email"));
        assertEquals(List.of("openid profile"), database.texts("select g.scope from GrantRow g"));
    }

    /** Each line: how old the sign-in is, what is asked for, and whether the wallet has to sign again. */
    @ParameterizedTest
    @CsvSource({
        "PT0.001S, prompt, login, true",
        "PT0.001S, max_age, 0, true",
        "PT0S, max_age, 1, false",
        "PT10M, max_age, 600, false",
        "PT10M0.001S, max_age, 600, true",
        "PT1H, max_age, 999999999, false",
        "PT1H, acr_values, wallet, false",
        "PT1H, acr_values, wallet wallet-fresh, false",
        "PT1H, acr_values, urn:unknown, false",
        "PT5M, acr_values, wallet-fresh, false",
        "PT5M0.001S, acr_values, wallet-fresh, true",
        "PT5M0.001S, acr_values, urn:unknown wallet-fresh wallet, true",
        "PT1H, display, popup, false",
        "PT1H, claims, '{}', false",
        "PT1H, ui_locales, xx, false",
        "PT1H, login_hint, anybody, false"
    })
    void theWalletSignsAgainWhereItIsAskedFor(Duration age, String name, String value, boolean again) {
        bench.signIn();
        bench.clock.move(age);
        Outcome outcome = bench.begin(name, value);
        if (!again) {
            assertEquals("ok", error(outcome));
            return;
        }
        Waiting waiting = signIn(outcome);
        assertInstanceOf(Outcome.SignIn.class, bench.resume(waiting), "nobody has signed since");
        bench.clock.move(Duration.ofMinutes(1));
        bench.signIn();
        assertEquals("ok", error(bench.resume(waiting)));
    }

    /** Each line: what is asked for, how long the person waits after the sign-in, and whether the wallet has to sign once more. */
    @ParameterizedTest
    @CsvSource({
        "prompt, login, PT14M, false",
        "max_age, 0, PT14M, false",
        "max_age, 1, PT1M, false",
        "max_age, 1, PT1M0.001S, true",
        "max_age, 600, PT10M, false",
        "max_age, 600, PT10M0.001S, true",
        "acr_values, wallet-fresh, PT5M, false",
        "acr_values, wallet-fresh, PT5M0.001S, true"
    })
    void whoWaitsTooLongAfterTheSignInSignsOnceMore(String name, String value, Duration after, boolean again) {
        Waiting waiting = signIn(bench.begin(name, value));
        bench.signIn();
        bench.clock.move(after);
        if (again) {
            signIn(bench.resume(waiting));
            bench.signIn();
        }
        assertEquals("ok", error(bench.resume(waiting)));
    }

    @ParameterizedTest
    @CsvSource({"prompt, login", "max_age, 0", "max_age, 600", "acr_values, wallet-fresh"})
    void whatAPageHandedOverIsNoFreshSignIn(String name, String value) {
        bench.handOver();
        Waiting waiting = signIn(bench.begin(name, value));
        bench.handOver();
        assertInstanceOf(Outcome.SignIn.class, bench.resume(waiting), "nobody has signed on our page since");
        bench.signIn();
        assertEquals("ok", error(bench.resume(waiting)));
    }

    @Test
    void whatAPageHandedOverSignsInToOtherApplications() {
        bench.handOver();
        assertEquals("ok", error(bench.begin("prompt", "none")));
        assertEquals(List.of("wallet"), database.texts("select g.acr from GrantRow g"));
    }

    @Test
    void ourOwnApiIsNotForWhatAPageHandedOver() {
        bench.handOver();
        String[] own = {"client_id", "gatehouse", "redirect_uri", "http://127.0.0.1/callback"};
        assertInstanceOf(Outcome.SignIn.class, bench.begin(own));
        bench.signIn();
        assertInstanceOf(Outcome.Consent.class, bench.begin(own));
    }

    @ParameterizedTest
    @CsvSource({"max_age, 0", "max_age, 60", "acr_values, wallet-fresh"})
    void withoutAPageAnOldSignInIsAnError(String name, String value) {
        bench.signIn();
        bench.clock.move(Duration.ofHours(1));
        assertEquals("login_required", error(bench.begin(name, value, "prompt", "none")));
        assertEquals(List.of("login_required"), database.texts("select a.outcome from AuditRow a"));
        assertEquals("ok", error(bench.begin("prompt", "none")));
    }

    @Test
    void theOneWhomATokenHintsAtIsAskedFor() {
        Session session = bench.signIn();
        String hint = idToken(session.account());
        bench.clock.move(Duration.ofDays(1));
        bench.signIn();
        assertEquals("ok", error(bench.begin("id_token_hint", hint, "prompt", "none")));
        bench.signIn(OTHER);
        assertEquals("login_required", error(bench.begin("id_token_hint", hint, "prompt", "none")));
        Waiting waiting = signIn(bench.begin("id_token_hint", hint));
        bench.signIn();
        assertEquals("ok", error(bench.resume(waiting)));
        bench.signIn(OTHER);
        Waiting other = signIn(bench.begin("id_token_hint", hint));
        bench.signIn(OTHER);
        assertEquals("login_required", error(bench.resume(other)), "whoever signed in is another");
    }

    @Test
    void aHintThatCannotBeReadHintsAtNobody() {
        Session session = bench.signIn();
        String access = token(TokenType.ACCESS, session.account());
        String user = token(TokenType.USER, session.account());
        String wallet = token(TokenType.WALLET, session.account());
        String ofAnother = bench.tokens
                .issuer()
                .issue(request(TokenType.ID, session.account(), "lax"))
                .value();
        for (String hint : List.of("x", "a.b.c", access, user, wallet, ofAnother)) {
            assertEquals("ok", error(bench.begin("id_token_hint", hint)));
            assertEquals("login_required", error(bench.begin("id_token_hint", hint, "prompt", "none")));
        }
    }

    private String idToken(String subject) {
        return token(TokenType.ID, subject);
    }

    private String token(TokenType type, String subject) {
        return bench.tokens.issuer().issue(request(type, subject)).value();
    }

    private static TokenRequest request(TokenType type, String subject) {
        return request(type, subject, "app");
    }

    private static TokenRequest request(TokenType type, String subject, String client) {
        return new TokenRequest(
                type, HeaderType.JWT, SigningAlgorithm.RS256, false, subject, client, Duration.ofMinutes(10), Map.of());
    }

    @Test
    void whoMayChooseGoesOnOrSignsInAnew() {
        bench.signIn();
        bench.clock.move(Duration.ofMinutes(1));
        Waiting waiting = assertInstanceOf(Outcome.Choose.class, bench.begin("prompt", "select_account"))
                .waiting();
        assertInstanceOf(Outcome.Choose.class, bench.resume(waiting));
        assertTrue(choose(waiting));
        assertEquals("ok", error(bench.resume(waiting)));
        Waiting second = assertInstanceOf(Outcome.Choose.class, bench.begin("prompt", "select_account"))
                .waiting();
        bench.signIn(OTHER);
        assertEquals("ok", error(bench.resume(second)));
    }

    @Test
    void aChoiceHoldsForTheSessionThatWasAsked() {
        bench.signIn();
        bench.clock.move(Duration.ofMinutes(1));
        Session other = bench.signIn(OTHER);
        bench.clock.move(Duration.ofMinutes(1));
        Waiting waiting = assertInstanceOf(Outcome.Choose.class, bench.begin("prompt", "select_account"))
                .waiting();
        assertTrue(choose(waiting));
        bench.session = Optional.of(new Session(
                new Randomness().id(), other.account(), OTHER, other.authenticatedAt(), other.expiresAt(), false));
        assertInstanceOf(Outcome.Choose.class, bench.resume(waiting));
    }

    private boolean choose(Waiting waiting) {
        return bench.in(() -> bench.authorization.choose(waiting.id(), bench.session.orElseThrow(), bench.browser));
    }

    @Test
    void consentIsAskedForOnceForTheSameScopes() {
        bench.signIn();
        Outcome asked = bench.begin("client_id", "asking");
        Waiting waiting = assertInstanceOf(Outcome.Consent.class, asked).waiting();
        assertEquals("consent_required", error(bench.begin("client_id", "asking", "prompt", "none")));
        assertTrue(allow(waiting));
        assertEquals("ok", error(bench.resume(waiting)));
        assertEquals("ok", error(bench.begin("client_id", "asking", "prompt", "none")));
        Outcome more = bench.begin("client_id", "asking", "scope", "openid profile");
        assertEquals(
                Set.of(Client.OPENID, Client.PROFILE),
                assertInstanceOf(Outcome.Consent.class, more).scope());
        allow(((Outcome.Consent) more).waiting());
        assertEquals("ok", error(bench.begin("client_id", "asking")), "what was allowed before stays allowed");
    }

    @Test
    void whatAPersonSharesIsToldOnlyWhenThePersonWasAsked() {
        bench.shared = Map.of(
                "email",
                JSON.createValue("vitalik@example.org"),
                "physical-address",
                JSON.createObjectBuilder().add("city", "Zug").build(),
                "first-name",
                JSON.createValue("Vitalik"));
        bench.signIn();
        assertEquals("consent_required", error(learn("prompt", "none")));
        Outcome.Consent asked = assertInstanceOf(Outcome.Consent.class, learn());
        assertEquals(
                List.of(
                        new ToldAttribute("email=email", "email", Optional.empty(), Optional.of("vitalik@example.org")),
                        new ToldAttribute(
                                "physical-address=physical-address",
                                "physical-address",
                                Optional.of("Where we deliver"),
                                Optional.of("Zug"))),
                asked.attributes());
        assertTrue(asked.remembered());
        allow(asked.waiting(), Set.of("email=email", "physical-address=email"));
        assertInstanceOf(Outcome.Consent.class, bench.resume(asked.waiting()), "the page had not listed all of it");
        allow(asked.waiting(), names(asked));
        assertEquals("ok", error(bench.resume(asked.waiting())));
        assertEquals("ok", error(learn("prompt", "none")), "it was allowed before");
        assertEquals(
                "ok", error(bench.begin("client_id", "learning", "scope", "openid profile")), "nobody asks of this");
        bench.signIn(OTHER);
        assertInstanceOf(Outcome.Consent.class, learn(), "another person was not asked");
    }

    @Test
    void whoWasAskedWhenTheEntryHadFewerClaimsIsAskedAgain() {
        String account = bench.signIn().account();
        bench.allowed(account, Set.of("email=email"));
        assertEquals("consent_required", error(learn("prompt", "none")));
        bench.allowed(account, Set.of("email=email", "physical-address=physical-address", "first-name=first-name"));
        assertEquals("ok", error(learn("prompt", "none")), "it has fewer now");
        allow(assertInstanceOf(Outcome.Consent.class, learn("scope", "openid", "prompt", "consent"))
                .waiting());
        assertEquals("ok", error(learn("prompt", "none")), "a consent without them leaves what was allowed of them");
    }

    private static Set<String> names(Outcome.Consent asked) {
        return asked.attributes().stream().map(ToldAttribute::name).collect(Collectors.toSet());
    }

    @Test
    void withoutTheScopeNobodyIsAskedOfWhatPeopleShare() {
        bench.signIn();
        assertEquals("ok", error(bench.begin("client_id", "learning", "scope", "openid profile")));
        assertInstanceOf(Outcome.Consent.class, learn(), "what was given unasked allows nothing");
        Outcome.Consent asked = assertInstanceOf(
                Outcome.Consent.class,
                bench.begin("client_id", "learning", "scope", "openid profile", "prompt", "consent"));
        assertEquals(List.of(), asked.attributes());
        assertFalse(asked.remembered());
    }

    @Test
    void whatIsSharedIsShownInOneShortLine() {
        bench.shared = Map.of("email", JSON.createValue("\uD83D\uDE00".repeat(100)));
        bench.signIn();
        Outcome.Consent asked = assertInstanceOf(Outcome.Consent.class, learn());
        assertEquals(
                Optional.of("\uD83D\uDE00".repeat(60) + "…"),
                asked.attributes().get(0).value());
    }

    private Outcome learn(String... extra) {
        List<String> all = new ArrayList<>(List.of("client_id", "learning", "scope", "openid attributes"));
        all.addAll(List.of(extra));
        return bench.begin(all.toArray(String[]::new));
    }

    @Test
    void consentOfOneIsNoConsentOfAnother() {
        bench.signIn();
        allow(assertInstanceOf(Outcome.Consent.class, bench.begin("client_id", "asking"))
                .waiting());
        bench.signIn(OTHER);
        assertInstanceOf(Outcome.Consent.class, bench.begin("client_id", "asking"));
    }

    @Test
    void consentIsAskedForAnewWhereTheRequestSaysSo() {
        bench.signIn();
        for (int i = 0; i < 2; i++) {
            Waiting waiting = assertInstanceOf(Outcome.Consent.class, bench.begin("prompt", "consent"))
                    .waiting();
            bench.clock.move(Duration.ofMinutes(1));
            allow(waiting);
            assertEquals("ok", error(bench.resume(waiting)));
            bench.clock.move(Duration.ofMinutes(1));
        }
    }

    @Test
    void whoeverDoesNotAllowItIsSentBackWithoutACode() {
        bench.signIn();
        Waiting waiting = assertInstanceOf(Outcome.Consent.class, bench.begin("client_id", "asking"))
                .waiting();
        assertTrue(bench.in(() -> bench.authorization.deny(waiting.id(), bench.browser)));
        assertEquals("access_denied", error(bench.resume(waiting)));
        assertInstanceOf(Outcome.Gone.class, bench.resume(waiting));
        assertEquals(0, database.count("ConsentRow"));
    }

    private boolean allow(Waiting waiting) {
        return allow(waiting, Set.of());
    }

    private boolean allow(Waiting waiting, Set<String> shown) {
        return bench.in(
                () -> bench.authorization.allow(waiting.id(), bench.session.orElseThrow(), bench.browser, shown));
    }

    @ParameterizedTest
    @CsvSource({"Newbie, false", "Verified, false", "Human, true", "Zombie, false", "Undefined, false"})
    void whoeverIsBelowTheStateThatIsNeededIsTold(String state, boolean admitted) {
        bench.signIn();
        bench.state = Optional.of(state);
        Outcome outcome = bench.begin("client_id", "humans");
        if (admitted) {
            assertEquals("ok", error(outcome));
            return;
        }
        Outcome.StateTooLow low = assertInstanceOf(Outcome.StateTooLow.class, outcome);
        assertEquals("Human", low.required());
        assertEquals(state, low.state());
        assertEquals(Optional.of(AuthorizationBench.CEREMONY), low.nextCeremony());
        assertEquals("access_denied", error(bench.begin("client_id", "humans", "prompt", "none")));
        bench.state = Optional.of("Human");
        assertEquals("ok", error(bench.resume(low.waiting())), "the state is asked again");
    }

    @Test
    void withoutTheNetworkNothingIsLost() {
        bench.signIn();
        bench.state = Optional.empty();
        Waiting waiting = assertInstanceOf(Outcome.StateUnknown.class, bench.begin("client_id", "humans"))
                .waiting();
        assertEquals("temporarily_unavailable", error(bench.begin("client_id", "humans", "prompt", "none")));
        assertEquals("ok", error(bench.begin()), "who asks for no state does not wait for it");
        bench.state = Optional.of("Human");
        assertEquals("ok", error(bench.resume(waiting)));
    }

    @Test
    void aWalletOfAnotherKindIsNotTaken() {
        bench.signIn();
        Outcome.OtherWallet other = assertInstanceOf(Outcome.OtherWallet.class, bench.begin("client_id", "ethereans"));
        assertEquals(Set.of("eip155"), other.kinds());
        assertEquals(Set.of("eip155"), other.waiting().wallets());
        assertEquals("account_selection_required", error(bench.begin("client_id", "ethereans", "prompt", "none")));
        bench.signIn(AccountId.ethereum(AuthorizationBench.WALLET.address()));
        assertEquals("ok", error(bench.resume(other.waiting())));
        assertInstanceOf(
                Outcome.OtherWallet.class, bench.begin("client_id", "humans"), "a state is a matter of Idena wallets");
    }

    @ParameterizedTest
    @CsvSource({"de, de", "de-CH, de", "fr de en, de", "en-GB de, en", "fr, ''", "'', ''", "'_ %', ''"})
    void ourPagesSpeakTheFirstLanguageThatTheyCan(String asked, String spoken) {
        Waiting waiting = signIn(bench.begin("ui_locales", asked));
        assertEquals(spoken, waiting.language().map(Object::toString).orElse(""));
    }

    @Test
    void onlyAnAddressIsAHintForThePage() {
        String address = AuthorizationBench.WALLET.address().toString();
        assertEquals(
                Optional.of(address), signIn(bench.begin("login_hint", address)).address());
        assertEquals(
                Optional.empty(), signIn(bench.begin("login_hint", "<b>me</b>")).address());
    }

    @Test
    void noAnswerShowsItsCode() {
        bench.signIn();
        Answer answer = answered(bench.begin());
        assertFalse(
                answer.toString().contains(String.valueOf(answer.parameters().get("code"))));
        assertNotEquals("", answer.toString());
    }

    private static Waiting signIn(Outcome outcome) {
        return assertInstanceOf(Outcome.SignIn.class, outcome).waiting();
    }

    private static Answer answered(Outcome outcome) {
        return assertInstanceOf(Outcome.Answered.class, outcome).answer();
    }

    /** The error that the application is told; {@code ok} where it gets a code. */
    private static String error(Outcome outcome) {
        return answered(outcome).outcome();
    }
}

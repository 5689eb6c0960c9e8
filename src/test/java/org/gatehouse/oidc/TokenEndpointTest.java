package org.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Standing;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.client.Clients;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.grant.Authorized;
import org.gatehouse.grant.GrantTestBed;
import org.gatehouse.grant.Grants;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionTestBed;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {
    private static final AccountId WALLET =
            AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private static final String CALLBACK = "https://a.example/cb";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String ENDPOINT = TokenSystem.ISSUER + "/oauth2/token";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final ECKey key = key();
    private final Client humans = ClientTestBed.client("{'client_id':'humans','token_endpoint_auth_method':'none',"
            + "'minimum_idena_state':'Human','redirect_uris':['" + CALLBACK + "']}");
    private final Client signed = ClientTestBed.client(
            "{'client_id':'signed','token_endpoint_auth_method':" + "'private_key_jwt','jwks':{'keys':["
                    + key.toPublicJWK().toJSONString().replace('"', '\'') + "]}}");
    private final Client secret = ClientTestBed.client("{'client_id':'secret'}");
    private final Client learning = ClientTestBed.client("{'client_id':'learning','token_endpoint_auth_method':'none',"
            + "'redirect_uris':['" + CALLBACK + "'],'scope':'openid profile attributes','selfkey':{'attributes':["
            + "{'id':'mail','attribute':'email'},{'id':'name','attribute':'first-name'}],"
            + "'claims':{'email':'mail','first_name':'name'}}}");
    private final Grants grants = GrantTestBed.grants(database.entities(), clock);
    private Optional<String> state = Optional.of("Human");
    private Map<String, JsonValue> shared = Map.of();
    private Set<String> told = Set.of("mail=email", "name=first-name");
    private int timesRead;
    private Session session = new Session("", "", WALLET, clock.instant(), clock.instant(), false);
    private final TokenEndpoint endpoint = endpoint();

    @BeforeEach
    void signIn() {
        session = SessionTestBed.signIn(
                        database, clock, SessionTestBed.sessions(database.entities(), clock), WALLET, Optional.empty())
                .session();
    }

    @Test
    void anOutageAtARefreshUsesNothingUp() {
        String token = signedIn();
        state = Optional.empty();
        Response later = refresh(token);
        assertEquals(503, later.getStatus());
        assertEquals("temporarily_unavailable", error(later));
        assertFalse(later.getHeaderString("Retry-After").isEmpty());
        state = Optional.of("Human");
        assertEquals(200, refresh(token).getStatus());
    }

    @Test
    void whoHasFallenBelowWhatTheClientAsksForIsNotRefreshed() {
        String token = signedIn();
        state = Optional.of("Verified");
        assertEquals("invalid_grant", error(refresh(token)));
        state = Optional.of("Human");
        assertEquals(200, refresh(token).getStatus(), "and it is as before when the state is back");
    }

    @Test
    void aRefreshDropsAClaimThatWasWithdrawn() {
        shared = Map.of("mail", text("a@example.org"), "name", text("Ann"));
        JsonObject first = redeemed(authorized(learning, Set.of("openid", "attributes")));
        for (String token : List.of("access_token", "id_token")) {
            assertEquals("a@example.org", claims(first, token).get("email"));
            assertEquals("Ann", claims(first, token).get("first_name"));
        }
        shared = Map.of("name", text("Anna"));
        JsonObject second = body(refresh(learning, first.getString("refresh_token")));
        for (String token : List.of("access_token", "id_token")) {
            assertFalse(claims(second, token).containsKey("email"));
            assertEquals("Anna", claims(second, token).get("first_name"), "what was changed is told anew");
        }
    }

    @Test
    void aRefreshTellsNoClaimThatThePersonWasNotAskedFor() {
        shared = Map.of("mail", text("a@example.org"), "name", text("Ann"));
        told = Set.of("name=first-name", "mail=first-name");
        JsonObject first = redeemed(authorized(learning, Set.of("openid", "attributes")));
        JsonObject second = body(refresh(learning, first.getString("refresh_token")));
        for (String token : List.of("access_token", "id_token")) {
            assertFalse(claims(second, token).containsKey("email"));
            assertEquals("Ann", claims(second, token).get("first_name"));
        }
    }

    @Test
    void whatPeopleShareIsNotReadWithoutItsScope() {
        shared = Map.of("mail", text("a@example.org"));
        JsonObject without = redeemed(authorized(learning, Set.of("openid", "profile")));
        assertFalse(claims(without, "access_token").containsKey("email"));
        assertFalse(claims(without, "id_token").containsKey("email"));
        assertEquals(0, timesRead);
        JsonObject with = redeemed(authorized(learning, Set.of("openid", "attributes")));
        assertEquals(1, timesRead, "once for both tokens");
        Response narrowed = answer(
                null,
                "grant_type=refresh_token&client_id=learning&scope=openid&refresh_token="
                        + with.getString("refresh_token"));
        assertFalse(claims(body(narrowed), "access_token").containsKey("email"));
        assertEquals(1, timesRead);
    }

    @Test
    void aWiderScopeIsRefusedAndUsesNothingUp() {
        String token = signedIn();
        assertEquals(
                "invalid_scope",
                error(answer(
                        null,
                        "grant_type=refresh_token&client_id=humans&scope=openid+offline_access&refresh_token="
                                + token)));
        assertEquals(200, refresh(token).getStatus());
    }

    @Test
    void aClientSaysWhoItIsInOneWay() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("secret:x".getBytes(StandardCharsets.UTF_8));
        assertEquals("invalid_request", error(answer(basic, "grant_type=x&client_secret=x")));
        assertEquals("invalid_request", error(answer(basic, "grant_type=x&client_id=other")));
        assertEquals(
                "invalid_request",
                error(answer(null, "grant_type=x&client_id=secret&client_secret=x&client_assertion=y")));
    }

    @Test
    void aClientThatCannotBeAuthenticatedIsRefusedAndItsNameIsInTheTrail() {
        for (String header : new String[] {"", "Basic", "Basic !", "Basic eA==", "Bearer x", "Basic Og=="}) {
            Response refused = answer(header, "grant_type=x");
            assertEquals("invalid_client", error(refused), header);
            assertEquals(401, refused.getStatus());
            assertTrue(refused.getHeaderString("WWW-Authenticate").startsWith("Basic"));
        }
        assertEquals(0, database.count("AuditRow") - sessionEvents());
        assertEquals("invalid_client", error(answer(null, "grant_type=x&client_id=secret")));
        assertEquals("invalid_client", error(answer(null, "grant_type=x&client_id=humans&client_secret=y")));
        assertEquals("invalid_client", error(answer(null, "grant_type=x&client_id=signed")));
        assertEquals(3, database.count("AuditRow") - sessionEvents());
    }

    @Test
    void whatIsTriedInTheNameOfAClientIsInTheTrailOnceAMinute() {
        for (int tried = 0; tried < 3; tried++) {
            assertEquals(
                    "invalid_client", error(asserted(assertion(claims -> claims.audience("https://else.example")))));
        }
        assertEquals(
                List.of("signed"),
                database.texts("select a.clientId from AuditRow a where a.action = 'client.authenticate'"));
    }

    @Test
    void everyRefusalOfAClientNamesAWayToAuthenticate() {
        Response refused = answer(null, "grant_type=x&client_id=signed");
        assertEquals(401, refused.getStatus());
        assertTrue(refused.getHeaderString("WWW-Authenticate").startsWith("Basic"));
    }

    @Test
    void aNodeThatIsBusyWithSecretsSaysWhenToComeAgain() {
        Response later = answer(null, "grant_type=x&client_id=secret&client_secret=x");
        assertEquals(503, later.getStatus());
        assertEquals("temporarily_unavailable", error(later));
        assertFalse(later.getHeaderString("Retry-After").isEmpty());
    }

    @Test
    void aScopeThatWasTakenFromTheClientIsGivenNoMore() {
        Client wider = ClientTestBed.client("{'client_id':'humans','redirect_uris':['" + CALLBACK + "'],"
                + "'scope':'openid profile offline_access'}");
        Authorized authorized = new Authorized(
                wider,
                session,
                Set.of("openid", "profile", "offline_access"),
                CALLBACK,
                Optional.empty(),
                Optional.of(CHALLENGE),
                "wallet");
        String token = redeemed(authorized).getString("refresh_token");
        JsonObject answer = body(refresh(token));
        assertEquals("openid profile", answer.getString("scope"));
        database.inTransaction(
                () -> SessionTestBed.sessions(database.entities(), clock).end(session.account(), session.id()));
        assertEquals("invalid_grant", error(refresh(answer.getString("refresh_token"))));
    }

    @Test
    void anAccessTokenHoldsOfTheWalletWhatTheScopeAllows() throws ParseException {
        Map<String, Object> narrow = SignedJWT.parse(body(refresh(signedIn())).getString("access_token"))
                .getJWTClaimsSet()
                .getClaims();
        assertEquals(WALLET.address().toString(), narrow.get("upn"));
        assertEquals(List.of("Human"), narrow.get("groups"));
        assertEquals(
                Set.of(),
                Set.of("preferred_username", "wallet", "idena").stream()
                        .filter(narrow::containsKey)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "openid%20", "openid++openid", "%22"})
    void aScopeThatIsNoneIsRefused(String scope) {
        String token = signedIn();
        assertEquals(
                "invalid_scope",
                error(answer(
                        null, "grant_type=refresh_token&client_id=humans&scope=" + scope + "&refresh_token=" + token)));
    }

    @Test
    void anAssertionIsTakenOnce() {
        String assertion = assertion(claims -> {});
        assertEquals("unsupported_grant_type", error(asserted(assertion)));
        assertEquals("invalid_client", error(asserted(assertion)));
        assertEquals("unsupported_grant_type", error(asserted(assertion(claims -> claims.jwtID("another")))));
        assertEquals(2, database.count("UsedAssertionRow"));
    }

    @Test
    void anAssertionMayBeForTheIssuer() {
        assertEquals(
                "unsupported_grant_type", error(asserted(assertion(claims -> claims.audience(TokenSystem.ISSUER)))));
    }

    @Test
    void anAssertionThatBreaksARuleIsRefusedAndNotNoted() {
        Map<String, Consumer<JWTClaimsSet.Builder>> broken = Map.of(
                "another issuer", claims -> claims.issuer("humans"),
                "another client", claims -> claims.issuer("secret").subject("secret"),
                "nobody", claims -> claims.issuer("nobody").subject("nobody"),
                "another audience", claims -> claims.audience("https://else.example"),
                "no audience", claims -> claims.audience((String) null),
                "no end", claims -> claims.expirationTime(null),
                "expired", claims -> claims.expirationTime(Date.from(clock.instant())),
                "too long",
                        claims ->
                                claims.expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(11)))),
                "not yet",
                        claims -> claims.notBeforeTime(Date.from(clock.instant().plus(Duration.ofMinutes(1)))),
                "no id", claims -> claims.jwtID(null));
        broken.forEach((what, change) -> assertEquals("invalid_client", error(asserted(assertion(change))), what));
        String good = assertion(claims -> {});
        for (String text : new String[] {"", "x", "a.b.c", good + "A", good.substring(0, good.lastIndexOf('.') + 1)}) {
            assertEquals("invalid_client", error(asserted(text)), text);
        }
        assertEquals(0, database.count("UsedAssertionRow"));
    }

    private TokenEndpoint endpoint() {
        EntityManager entities = database.entities();
        Clients clients = ClientTestBed.clients(humans, signed, secret, learning);
        PublicUrl publicUrl = new PublicUrl(URI.create(TokenSystem.ISSUER));
        EntityManager node = database.anotherNode();
        UsedAssertions used = new UsedAssertions(node) {
            @Override
            void add(String id, Instant expiresAt) {
                TestDatabase.inTransaction(node, () -> {
                    super.add(id, expiresAt);
                    return true;
                });
            }
        };
        ClientAssertions assertions = new ClientAssertions(clients, new ClientKeys(), used, publicUrl, clock);
        ClientAuthenticator authenticator = new ClientAuthenticator(
                clients,
                ClientTestBed.busySecrets(entities, clock),
                assertions,
                new Failures(),
                AuditTestBed.audit(entities, clock));
        Accounts accounts = AccountTestBed.accounts(entities, clock, new Network());
        Tokens tokens = new Tokens(
                new TokenSystem(clock).issuer(),
                GrantTestBed.LIFETIMES,
                GrantTestBed.shared(
                        (account, client) -> {
                            timesRead++;
                            return shared;
                        },
                        () -> told));
        return new TokenEndpoint(authenticator, grants, accounts, tokens, AuditTestBed.audit(entities, clock));
    }

    private String signedIn() {
        return redeemed(authorized(humans, Set.of("openid"))).getString("refresh_token");
    }

    private Authorized authorized(Client client, Set<String> scope) {
        return new Authorized(client, session, scope, CALLBACK, Optional.empty(), Optional.of(CHALLENGE), "wallet");
    }

    private JsonObject redeemed(Authorized authorized) {
        String code = database.inTransaction(() -> grants.authorize(authorized))
                .orElseThrow()
                .text();
        Response answer = answer(
                null,
                "grant_type=authorization_code&client_id=" + authorized.client().id() + "&redirect_uri=" + CALLBACK
                        + "&code_verifier=" + VERIFIER + "&code=" + code);
        assertEquals(200, answer.getStatus());
        return body(answer);
    }

    private Response refresh(String token) {
        return refresh(humans, token);
    }

    private Response refresh(Client client, String token) {
        return answer(null, "grant_type=refresh_token&client_id=" + client.id() + "&refresh_token=" + token);
    }

    private static Map<String, Object> claims(JsonObject answer, String token) {
        try {
            return SignedJWT.parse(answer.getString(token)).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonValue text(String text) {
        return JsonProvider.provider().createValue(text);
    }

    private Response asserted(String assertion) {
        return answer(
                null,
                "grant_type=x&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                        + assertion);
    }

    private Response answer(@Nullable String authorization, String form) {
        Parameters parameters = Parameters.ofQuery(form).orElseThrow();
        return database.inTransaction(() -> endpoint.answer(authorization, parameters));
    }

    private long sessionEvents() {
        return database.texts("select a.action from AuditRow a where a.clientId is null")
                .size();
    }

    private static String error(Response response) {
        return body(response).getString("error");
    }

    private static JsonObject body(Response response) {
        return Json.parse(String.valueOf(response.getEntity()).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private String assertion(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("signed")
                .subject("signed")
                .audience(ENDPOINT)
                .jwtID("a-jti")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
        change.accept(claims);
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims.build());
        try {
            assertion.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return assertion.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Network implements WalletNetwork {
        @Override
        public String chain() {
            return WALLET.chain();
        }

        @Override
        public Standing standing(Address address) {
            return state.map(known -> new Standing("idena", true, Map.of("state", known)))
                    .orElseGet(() -> Standing.unknown("idena"));
        }
    }
}

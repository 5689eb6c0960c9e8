package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The applications that bad input is tried on, and what stands for the names in braces of its tables: made anew for each line, and the same within one. */
final class BadInputValues {
    static final String REDIRECT = "https://trial.example/callback";

    private static final ECKey KEY = key();
    private static final ECKey ANOTHER_KEY = key();

    private final GatehouseSystem gatehouse;
    private final Browser browser;
    private final String administrator;
    private final String secret;
    private final Map<String, String> made = new HashMap<>();
    private LwsValues lws;

    private BadInputValues(GatehouseSystem gatehouse, Browser browser, String administrator, String secret) {
        this.gatehouse = gatehouse;
        this.browser = browser;
        this.administrator = administrator;
        this.secret = secret;
        this.lws = new LwsValues(gatehouse);
    }

    /** Registers the applications, once, and signs a person in. */
    static BadInputValues prepare(GatehouseSystem gatehouse) {
        Browser admin = gatehouse.browser();
        admin.signIn(FakeWallet.administrator());
        Browser browser = gatehouse.browser();
        browser.signIn(FakeWallet.create());
        String token = Application.own(gatehouse).accessToken(admin);
        String jwks = new JWKSet(KEY.toPublicJWK()).toString();
        String open = ",\"token_endpoint_auth_method\":\"none\"";
        register(gatehouse, token, "trial", REDIRECT + "\",\"http://127.0.0.1/callback", open);
        register(gatehouse, token, "trial-other", "https://other.example/callback", open);
        register(gatehouse, token, "trial-closed", REDIRECT, ",\"enabled\":false" + open);
        register(gatehouse, token, "trial-portal", "https://trial.example/.gatehouse/callback", "");
        String keys = ",\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks\":" + jwks;
        register(gatehouse, token, "trial-signer", REDIRECT, keys);
        String secret = register(gatehouse, token, "trial-secret", REDIRECT, "");
        return new BadInputValues(gatehouse, browser, token, secret);
    }

    private static String register(GatehouseSystem gatehouse, String token, String id, String redirects, String more) {
        gatehouse.api("DELETE", "/api/clients/" + id, token, "");
        String host = id.equals("trial-other") ? "other" : "trial";
        String logout = "\"post_logout_redirect_uris\":[\"https://" + host + ".example/bye\"]";
        HttpResponse<String> answer = gatehouse.api(
                "POST",
                "/api/clients",
                token,
                "{\"client_id\":\"" + id + "\",\"redirect_uris\":[\"" + redirects + "\"]," + logout + more + "}");
        if (answer.statusCode() != 201) throw new AssertionError(answer.body());
        return json(answer).getString("client_secret", "");
    }

    /** The browser of the person who is signed in. */
    Browser browser() {
        return browser;
    }

    /** Begins a new line. */
    void next() {
        made.clear();
        lws = new LwsValues(gatehouse);
    }

    /** The value of a name. */
    String of(String name) {
        String known = made.get(name);
        if (known != null) return known;
        String value = make(name);
        made.put(name, value);
        return value;
    }

    private String make(String name) {
        if (name.startsWith("assertion")) return assertion(name);
        if (name.startsWith("lws-")) return lws.of(name);
        return switch (name) {
            case "501" -> "x".repeat(501);
            case "null" -> "\u0000";
            case "newline" -> "a\nb";
            case "long" -> "x".repeat(2_001);
            case "huge" -> "x".repeat(9_000);
            case "verifier" -> Application.VERIFIER;
            case "challenge" -> Application.challenge(Application.VERIFIER);
            case "secret" -> secret;
            case "basic" -> Application.basic("trial-secret", secret);
            case "wrong-secret" -> base64("trial-secret:guessed");
            case "administrator" -> administrator;
            case "person" -> Application.own(gatehouse).accessToken(browser);
            case "session" -> browser.cookie("gatehouse_session").orElseThrow();
            case "unsigned" -> base64("{\"alg\":\"none\"}") + "." + of("id").split("\\.", -1)[1] + ".";
            case "tampered-id" -> tampered(of("id"));
            case "tampered-access" -> tampered(of("access"));
            case "used-assertion" -> used();
            case "user" -> portal().userToken(SelfkeyWallet.create());
            case "user-of-another-client" ->
                new LwsPage(gatehouse, "gatehouse", "IDW").userToken(SelfkeyWallet.create());
            case "used-user" -> usedUser();
            case "unsigned-user" ->
                base64("{\"alg\":\"none\"}") + "." + of("user").split("\\.", -1)[1] + ".";
            case "tampered-user" -> tampered(of("user"));
            case "wallet" -> SelfkeyWallet.create().walletToken(gatehouse, "lws");
            case "wallet-challenge" -> SelfkeyWallet.jwt(SelfkeyWallet.create().challenge(gatehouse, "lws"));
            case "16k" -> "x".repeat(16_384);
            default -> token(name);
        };
    }

    private String token(String name) {
        return switch (name) {
            case "code" -> trial().code(browser);
            case "code-of-the-secret" -> confidential().code(browser);
            case "code-of-the-signer" -> signer().code(browser);
            case "code-of-another-client" -> other().code(browser);
            case "used-code" -> used(trial().code(browser));
            case "code-of-an-ended-session" -> codeOfAnEndedSession();
            case "access" -> trial().accessToken(browser);
            case "id" -> trial().signIn(browser).getString("id_token");
            case "id-of-another-person" -> trial().signIn(another()).getString("id_token");
            case "refresh" -> confidential().signIn(browser).getString("refresh_token");
            case "family" -> of("refresh").split("\\.", 2)[0];
            case "refresh-of-another-client" -> other().signIn(browser).getString("refresh_token");
            case "revoked-access" -> revoked().getString("access_token");
            case "revoked-refresh" -> revoked().getString("refresh_token");
            case "access-of-an-ended-session" -> ended().getString("access_token");
            case "refresh-of-an-ended-session" -> ended().getString("refresh_token");
            case "used-refresh" -> usedRefresh();
            case "refresh-after-re-use" -> refreshAfterReuse();
            case "refresh-after-its-code-came-twice" -> refreshAfterItsCodeCameTwice();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Application trial() {
        return Application.of(gatehouse, "trial", null, REDIRECT);
    }

    private Application confidential() {
        return Application.of(gatehouse, "trial-secret", secret, REDIRECT);
    }

    private Application signer() {
        return Application.of(gatehouse, "trial-signer", null, REDIRECT);
    }

    private Application other() {
        return Application.of(gatehouse, "trial-other", null, "https://other.example/callback");
    }

    private LwsPage portal() {
        return LwsPage.portal(gatehouse);
    }

    private String usedUser() {
        String token = portal().userToken(SelfkeyWallet.create());
        portal().handIn(token);
        return token;
    }

    private Browser another() {
        Browser another = gatehouse.browser();
        another.signIn(FakeWallet.create());
        return another;
    }

    private String used(String code) {
        trial().redeem(code);
        return code;
    }

    private String codeOfAnEndedSession() {
        Browser another = another();
        String code = trial().code(another);
        another.post("/signout", "");
        return code;
    }

    private JsonObject revoked() {
        JsonObject tokens = confidential().signIn(browser);
        confidential().revoke(tokens.getString("refresh_token"));
        return tokens;
    }

    private JsonObject ended() {
        Browser another = another();
        JsonObject tokens = confidential().signIn(another);
        another.post("/signout", "");
        return tokens;
    }

    private String usedRefresh() {
        String first = confidential().signIn(browser).getString("refresh_token");
        confidential().refresh(first);
        return first;
    }

    private String refreshAfterReuse() {
        String first = confidential().signIn(browser).getString("refresh_token");
        String second = json(confidential().refresh(first)).getString("refresh_token");
        confidential().refresh(first);
        return second;
    }

    private String refreshAfterItsCodeCameTwice() {
        String code = confidential().code(browser);
        String refresh = json(confidential().redeem(code)).getString("refresh_token");
        confidential().redeem(code);
        return refresh;
    }

    private String used() {
        String assertion = of("assertion");
        signer().redeem(
                        signer().code(browser),
                        "code_verifier",
                        Application.VERIFIER,
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion);
        return assertion;
    }

    /** An assertion of the client trial-signer that is good, but for what its name says. */
    private String assertion(String name) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("trial-signer")
                .subject("trial-signer")
                .audience(gatehouse.url() + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        switch (name) {
            case "assertion", "assertion-by-another-key", "assertion-by-hmac" -> {}
            case "assertion-expired" -> claims.expirationTime(Date.from(now.minusSeconds(60)));
            case "assertion-for-a-day" -> claims.expirationTime(Date.from(now.plus(Duration.ofDays(1))));
            case "assertion-of-tomorrow" -> claims.notBeforeTime(Date.from(now.plus(Duration.ofDays(1))));
            case "assertion-for-another-issuer" -> claims.audience("https://evil.example/oauth2/token");
            case "assertion-for-two" -> claims.audience(List.of(gatehouse.url(), "https://evil.example"));
            case "assertion-for-nobody" -> claims.audience(List.of());
            case "assertion-by-another-issuer" -> claims.issuer("trial-secret");
            case "assertion-of-another-subject" -> claims.subject("trial-secret");
            case "assertion-without-subject" -> claims.subject(null);
            case "assertion-without-jti" -> claims.jwtID(null);
            case "assertion-with-long-jti" -> claims.jwtID(of("long"));
            case "assertion-without-exp" -> claims.expirationTime(null);
            default -> throw new IllegalArgumentException(name);
        }
        return signed(name, claims.build());
    }

    private static String signed(String name, JWTClaimsSet claims) {
        try {
            boolean hmac = name.equals("assertion-by-hmac");
            // What a server that takes any algorithm would take for a secret: the public key.
            byte[] text = KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            JWSSigner signer = hmac
                    ? new MACSigner(text)
                    : new ECDSASigner(name.equals("assertion-by-another-key") ? ANOTHER_KEY : KEY);
            SignedJWT assertion = new SignedJWT(new JWSHeader(hmac ? JWSAlgorithm.HS256 : JWSAlgorithm.ES256), claims);
            assertion.sign(signer);
            return assertion.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tampered(String token) {
        int middle = token.indexOf('.') + 20;
        return token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.form;
import static org.gatehouse.it.GatehouseSystem.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An application with a standard client: sends browsers to the provider, redeems codes, refreshes, asks about tokens and gives them back. */
final class Application {
    /** The PKCE verifier of each of its requests (RFC 7636 appendix B). */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    /** Where the applications of the tests take codes; nobody listens there. */
    static final String CALLBACK = "https://app.example/callback";

    private static final Pattern CONSENT = Pattern.compile(
            "action=\"[^\"]*(/oauth2/authorize/[0-9a-f]{32})\".*?name=\"session\" value=\"([0-9a-f]+)\"",
            Pattern.DOTALL);

    private static final Pattern TOLD = Pattern.compile("name=\"attributes\" value=\"([^\"]*)\"");

    private final GatehouseSystem gatehouse;
    private final String clientId;
    private final @Nullable String secret;
    private final String redirectUri;

    private Application(GatehouseSystem gatehouse, String clientId, @Nullable String secret, String redirectUri) {
        this.gatehouse = gatehouse;
        this.clientId = clientId;
        this.secret = secret;
        this.redirectUri = redirectUri;
    }

    /** The application of this client id; a public one if it has no secret. */
    static Application of(GatehouseSystem gatehouse, String clientId, @Nullable String secret, String redirectUri) {
        return new Application(gatehouse, clientId, secret, redirectUri);
    }

    /** The demo application's client. */
    static Application demo(GatehouseSystem gatehouse) {
        return of(gatehouse, "demo", null, TestBed.demoUrl() + "/");
    }

    /** The client of Gatehouse's own API. */
    static Application own(GatehouseSystem gatehouse) {
        return of(gatehouse, "gatehouse", null, "http://127.0.0.1/callback");
    }

    /** The path of an authorization request: code, openid and profile, S256, and what is given here in place of these; an empty value takes one out. */
    String request(String... extra) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "response_type", "code",
                "client_id", clientId,
                "redirect_uri", redirectUri,
                "scope", "openid profile",
                "state", "a-state",
                "code_challenge", challenge(VERIFIER),
                "code_challenge_method", "S256"));
        for (int i = 0; i < extra.length; i += 2) parameters.put(extra[i], extra[i + 1]);
        parameters.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + encoded(parameters);
    }

    /** Sends the browser with a request; gives what came of it. */
    HttpResponse<String> ask(Browser browser, String... extra) {
        return browser.get(request(extra));
    }

    /** Sends a signed-in browser with a request; gives where it is sent on. */
    URI authorize(Browser browser, String... extra) {
        return location(ask(browser, extra));
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + ": " + response.body())));
    }

    /** Gets a code for a signed-in browser, whose person allows it where that is asked. */
    String code(Browser browser, String... extra) {
        HttpResponse<String> response = ask(browser, extra);
        Matcher form = CONSENT.matcher(response.body());
        if (response.statusCode() == 200 && form.find()) {
            String path = form.group(1);
            Matcher told = TOLD.matcher(response.body());
            browser.post(
                    path,
                    "decision=allow&session=" + form.group(2) + "&attributes="
                            + URLEncoder.encode(told.find() ? told.group(1) : "", StandardCharsets.UTF_8));
            response = browser.get(path);
        }
        URI location = location(response);
        String code = parameters(location).get("code");
        if (code == null) throw new AssertionError("no code in " + location);
        return code;
    }

    /** Redeems a code with the verifier of {@link #VERIFIER}. */
    HttpResponse<String> redeem(String code) {
        return redeem(code, "code_verifier", VERIFIER);
    }

    /** Redeems a code, with these parameters and no verifier but one among them. */
    HttpResponse<String> redeem(String code, String... extra) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri));
        for (int i = 0; i < extra.length; i += 2) parameters.put(extra[i], extra[i + 1]);
        return token(parameters);
    }

    /** Signs a signed-in browser's person in here; gives the answer of the token endpoint. */
    JsonObject signIn(Browser browser, String... extra) {
        HttpResponse<String> response = redeem(code(browser, extra));
        if (response.statusCode() != 200) throw new AssertionError(response.body());
        return json(response);
    }

    /** An access token of a signed-in browser's person. */
    String accessToken(Browser browser) {
        return signIn(browser).getString("access_token");
    }

    HttpResponse<String> refresh(String token, String... extra) {
        Map<String, String> parameters = new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", token));
        for (int i = 0; i < extra.length; i += 2) parameters.put(extra[i], extra[i + 1]);
        return token(parameters);
    }

    HttpResponse<String> introspect(String token) {
        return post("/oauth2/introspect", new HashMap<>(Map.of("token", token)));
    }

    HttpResponse<String> revoke(String token) {
        return post("/oauth2/revoke", new HashMap<>(Map.of("token", token)));
    }

    HttpResponse<String> userinfo(String token) {
        return gatehouse.get("/oauth2/userinfo", "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> token(Map<String, String> parameters) {
        return post("/oauth2/token", parameters);
    }

    /** Says who calls: by the secret in the header, or by the id alone; unless the parameters say it already. */
    private HttpResponse<String> post(String path, Map<String, String> parameters) {
        var request = gatehouse.request(path).header("Content-Type", "application/x-www-form-urlencoded");
        boolean said = parameters.containsKey("client_id") || parameters.containsKey("client_assertion");
        if (!said && secret != null) request.header("Authorization", basic(clientId, secret));
        else if (!said) parameters.put("client_id", clientId);
        return gatehouse.send(request.POST(BodyPublishers.ofString(encoded(parameters))));
    }

    /** The header of {@code client_secret_basic} (RFC 6749 section 2.3.1). */
    static String basic(String clientId, String secret) {
        String pair = encode(clientId) + ":" + encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** What a token says, unchecked. */
    static JsonObject claims(String token) {
        return part(token, 1);
    }

    /** The header of a token. */
    static JsonObject header(String token) {
        return part(token, 0);
    }

    private static JsonObject part(String token, int index) {
        String json = new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[index]), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readObject();
    }

    /** The parameters of an address. */
    static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new TreeMap<>();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** The S256 challenge of a verifier (RFC 7636 section 4.2). */
    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        Map<String, String> encoded = new TreeMap<>();
        parameters.forEach((name, value) -> encoded.put(name, encode(value)));
        return form(encoded);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

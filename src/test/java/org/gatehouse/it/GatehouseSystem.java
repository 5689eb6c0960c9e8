package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A Gatehouse that runs somewhere, as those see it who call it over HTTP. */
final class GatehouseSystem {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String url;
    private final String node;

    /** @param url the public URL without a slash at its end */
    GatehouseSystem(String url) {
        this(url, url);
    }

    /**
     * One node of several.
     *
     * @param url the public URL without a slash at its end
     * @param node where this node is, whatever the public URL leads to
     */
    GatehouseSystem(String url, String node) {
        this.url = url;
        this.node = node;
    }

    String url() {
        return url;
    }

    /** The origin of its pages. */
    String origin() {
        return url.replaceFirst("(https?://[^/]+).*", "$1");
    }

    /** A browser that has never been here. */
    Browser browser() {
        return new Browser(this);
    }

    /** A call of the Idena protocol, with exactly this body. */
    HttpResponse<String> idena(String call, String body) {
        return send(request("/idena/v1/" + call)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** {@code start-session} as wallets send it. */
    JsonObject startSession(String token, String address) {
        return json(idena("start-session", object("token", token, "address", address)));
    }

    /** {@code authenticate} as wallets send it. */
    JsonObject authenticate(String token, String signature) {
        return json(idena("authenticate", object("token", token, "signature", signature)));
    }

    /** A wallet confirms what a sign-in page shows. */
    void confirm(Browser.Invitation invitation, FakeWallet wallet) {
        String nonce = nonce(startSession(invitation.token(), wallet.address()));
        authenticate(invitation.token(), wallet.sign(nonce));
    }

    JsonObject getAccount(String token) {
        return json(get("/idena/v1/get-account?token=" + token));
    }

    JsonObject logout(String token) {
        return json(idena("logout", object("token", token)));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path).GET();
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    /** A call of our own API with an access token; the body is JSON, or nothing. */
    HttpResponse<String> api(String method, String path, String token, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node + path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(request);
    }

    /** Sends a request to anywhere. */
    static HttpResponse<String> exchange(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    /** Sends a request whose answer is no text. */
    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static JsonObject json(HttpResponse<String> response) {
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    static String object(String... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) object.add(namesAndValues[i], namesAndValues[i + 1]);
        return object.build().toString();
    }

    static String nonce(JsonObject answer) {
        return answer.getJsonObject("data").getString("nonce");
    }

    static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return form.toString();
    }
}

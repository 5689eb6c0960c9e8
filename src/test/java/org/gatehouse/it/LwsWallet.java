package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A SelfKey wallet of some version: its requests with its paths, headers and bodies, and its way to read what is answered. */
final class LwsWallet {
    private final LwsVersion version;
    private final SelfkeyWallet key;

    LwsWallet(LwsVersion version, SelfkeyWallet key) {
        this.version = version;
        this.key = key;
    }

    /** A wallet with a new key. */
    static LwsWallet create(LwsVersion version) {
        return new LwsWallet(version, SelfkeyWallet.create());
    }

    /** A wallet of the last version. */
    static LwsWallet create() {
        return create(LwsVersion.V2_1_3);
    }

    LwsVersion version() {
        return version;
    }

    String address() {
        return key.address();
    }

    /** What it names itself with. */
    String id() {
        return version.id(key);
    }

    /** Signs up, documents first. */
    void signUp(LwsSite page, JsonArray attributes, List<LwsDocument> documents) {
        String token = establish(page);
        if (version.sendsDocumentsAlong() || page.sendsDocumentsAlong()) {
            signUpAlong(page, token, attributes, documents);
        } else {
            JsonArray uploaded = attributes;
            for (LwsDocument document : documents) uploaded = put(uploaded, document, upload(page, token, document));
            postUsers(page, token, uploaded);
        }
    }

    /** Logs in: a session of its own, whatever was before; gives what the page gets. */
    String logIn(LwsSite page) {
        return userToken(page, establish(page));
    }

    /** A challenge and its answer; gives the wallet token as this wallet sends it on. */
    String establish(LwsSite page) {
        JsonObject answer = send(reply(page, challenge(page)));
        String token = Stringify.token(answer.getString("jwt"));
        if (Application.claims(token).getJsonNumber("exp").longValueExact()
                < Instant.now().getEpochSecond()) throw new AssertionError("has expired");
        return token;
    }

    /** The challenge token. */
    String challenge(LwsSite page) {
        return send(get(page, page.endpoint("/auth/challenge") + "/" + id())).getString("jwt");
    }

    /** The request that answers a challenge. */
    HttpRequest.Builder reply(LwsSite page, String challengeToken) {
        String endpoint = page.endpoints().containsKey("/auth/challenge-response")
                ? "/auth/challenge-response"
                : "/auth/challenge";
        String signature = version.sign(key, SelfkeyWallet.text(challengeToken));
        String body = version.namesDid()
                ? "{\"signature\":{\"value\":\"" + signature + "\",\"keyId\":\"" + id() + "#keys-1\"}}"
                : "{\"signature\":\"" + signature + "\"}";
        return json(page, page.endpoint(endpoint), challengeToken, body);
    }

    /** Asks for the user token; gives what the page gets. */
    String userToken(LwsSite page, String token) {
        String query = version.sendsMeta() ? "?meta=" + encoded(page.meta().toString()) : "";
        HttpRequest.Builder request =
                get(page, page.endpoint(version.userToken()) + query).header("Authorization", "Bearer " + token);
        JsonObject payload = send(request);
        if (!payload.containsKey("token") && !payload.containsKey("jwt")) throw new AssertionError(payload);
        return payload.toString();
    }

    /** Signs up again or for the first time, with a wallet token that it has. */
    void postUsers(LwsSite page, String token, JsonArray attributes) {
        String body = Json.createObjectBuilder()
                .add("attributes", attributes)
                .add("meta", page.meta())
                .build()
                .toString();
        HttpResponse<String> answer = answer(json(page, page.endpoint("/users"), token, body));
        if (answer.statusCode() != 201) throw new AssertionError("created, not " + answer.statusCode());
    }

    /** Sends one document; gives its id. */
    String upload(LwsSite page, String token, LwsDocument document) {
        FormData form = new FormData();
        document.addTo(form, "document");
        HttpRequest.Builder request =
                get(page, page.endpoint("/users/file")).header("Authorization", "Bearer " + token);
        return send(form.post(request)).getString("id");
    }

    /** Everything at once, without {@code Accept}. The first version knows neither {@code meta} nor the names of schemas. */
    private void signUpAlong(LwsSite page, String token, JsonArray attributes, List<LwsDocument> documents) {
        FormData form = new FormData();
        for (LwsDocument document : documents) {
            document.addTo(form, document.place());
        }
        form.json("attributes", along(attributes, documents).toString());
        if (!version.sendsDocumentsAlong()) form.json("meta", page.meta().toString());
        answer(form.post(plain(page, page.endpoint("/users")).header("Authorization", "Bearer " + token)));
    }

    private JsonArray along(JsonArray attributes, List<LwsDocument> documents) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject attribute : attributes.getValuesAs(JsonObject.class)) {
            JsonObjectBuilder sent = Json.createObjectBuilder();
            if (version.sendsDocumentsAlong()) {
                sent.add("id", attribute.getString("schemaId"));
            } else {
                sent.add("id", attribute.getString("id")).add("schemaId", attribute.getString("schemaId"));
            }
            JsonArrayBuilder numbers = Json.createArrayBuilder();
            documents.stream()
                    .filter(document -> attribute.toString().contains(document.place()))
                    .forEach(document -> numbers.add(document.number()));
            all.add(sent.add("data", attribute.get("data"))
                    .add("schema", attribute.get("schema"))
                    .add("documents", numbers));
        }
        return all.build();
    }

    /** The documents' places in the data taken by what the wallet says of them. */
    static JsonArray put(JsonArray attributes, LwsDocument document, String id) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        attributes.forEach(attribute -> all.add(put(attribute, document, id)));
        return all.build();
    }

    private static JsonValue put(JsonValue value, LwsDocument document, String id) {
        if (value instanceof JsonString text && text.getString().equals(document.place()))
            return document.described(id);
        if (value instanceof JsonArray array) return put(array, document, id);
        if (!(value instanceof JsonObject object)) return value;
        JsonObjectBuilder changed = Json.createObjectBuilder();
        object.forEach((name, member) -> changed.add(name, put(member, document, id)));
        return changed.build();
    }

    HttpRequest.Builder json(LwsSite page, String url, String token, String body) {
        return get(page, url)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder get(LwsSite page, String url) {
        return plain(page, url).header("Accept", "application/json");
    }

    private HttpRequest.Builder plain(LwsSite page, String url) {
        return Browser.to(url).header("User-Agent", version.userAgent()).header("Origin", page.origin());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static JsonObject send(HttpRequest.Builder request) {
        return GatehouseSystem.json(answer(request));
    }

    /** Whatever is not 2xx is an error. */
    static HttpResponse<String> answer(HttpRequest.Builder request) {
        HttpResponse<String> answer = GatehouseSystem.exchange(request);
        if (answer.statusCode() / 100 != 2) throw new StatusCodeError(answer.statusCode(), answer.body());
        return answer;
    }

    /** What a person reads where something went wrong. */
    static final class StatusCodeError extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int status;
        private final String body;

        private StatusCodeError(int status, String body) {
            super(status + " - " + body);
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        /** The status and the code, such as {@code 401 token_invalid}. */
        String refusal() {
            return LwsAnswer.of(status, body);
        }
    }
}

package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A page with the button, and what SelfKey's library does in it.
 *
 * @param origin the page's origin
 * @param rootEndpoint the root endpoint in its configuration
 * @param endpoints {@code endpoints} of its configuration
 * @param meta {@code meta} of its configuration
 */
record LwsSite(String origin, String rootEndpoint, Map<String, String> endpoints, JsonObject meta) {
    private static final int MOST_REDIRECTS = 5;

    /** The page of a client whose configuration has its root endpoint and nothing else. */
    static LwsSite of(GatehouseSystem gatehouse, String client, String origin) {
        return new LwsSite(origin, gatehouse.url() + "/selfkey/" + client, Map.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The same page with one endpoint elsewhere: a path below the root endpoint, or an address. */
    LwsSite with(String endpoint, String place) {
        Map<String, String> more = new HashMap<>(endpoints);
        more.put(endpoint, place);
        return new LwsSite(origin, rootEndpoint, more, meta);
    }

    LwsSite with(JsonObject otherMeta) {
        return new LwsSite(origin, rootEndpoint, endpoints, otherMeta);
    }

    /** Where this endpoint is. */
    String endpoint(String name) {
        String place = endpoints.getOrDefault(name, name);
        return place.startsWith("http") ? place : rootEndpoint + place;
    }

    /** Whether the configuration says that documents go with the sign-up. */
    boolean sendsDocumentsAlong() {
        return "false".equals(endpoints.get("/users/file"));
    }

    /**
     * Hands in what the wallet gave, as the library does: by XHR, without credentials, after the browser's preflight where the server is another origin's.
     *
     * @return the answer, whatever its status
     */
    HttpResponse<String> logIn(String payload) {
        String login = endpoints.getOrDefault("login", rootEndpoint + "/login");
        if (!login.startsWith(origin + "/")) preflight(login);
        HttpResponse<String> answer = GatehouseSystem.exchange(Browser.to(login)
                .header("Origin", origin)
                .header("Referer", origin + "/")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(payload)));
        if (!login.startsWith(origin + "/")) allowed(answer);
        return answer;
    }

    /** The token in what the wallet gave. */
    static String token(String payload) {
        return Json.createReader(new StringReader(payload)).readObject().getString("token");
    }

    /** Where the library leads the browser then. */
    static String redirectTo(HttpResponse<String> answer) {
        return GatehouseSystem.json(answer).getString("redirectTo");
    }

    /** Opens an address from this page. */
    HttpResponse<String> open(Browser browser, String address) {
        return browser.visit(address, "Referer", origin + "/", "Accept", "text/html", "Sec-Fetch-Site", "cross-site");
    }

    /** Opens an address from this page and goes on as long as it leads to an address of ours; gives the first that is not. */
    String leave(Browser browser, String address, GatehouseSystem gatehouse) {
        HttpResponse<String> answer = open(browser, address);
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<String> next = answer.headers().firstValue("Location");
            if (next.isEmpty()) throw new AssertionError(answer.statusCode() + ": " + answer.body());
            if (!next.get().startsWith(gatehouse.url() + "/")) return next.get();
            answer = open(browser, next.get());
        }
        throw new AssertionError("too many redirects from " + address);
    }

    private void preflight(String login) {
        HttpResponse<String> answer = GatehouseSystem.exchange(Browser.to(login)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        allowed(answer);
        String headers = answer.headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (answer.statusCode() / 100 != 2 || !headers.contains("content-type")) throw new Refused("preflight", answer);
    }

    private void allowed(HttpResponse<String> answer) {
        Optional<String> allowed = answer.headers().firstValue("Access-Control-Allow-Origin");
        if (!allowed.equals(Optional.of(origin))) throw new Refused("CORS", answer);
    }

    /** What people share with it: an e-mail address and names, as the wallet has them. */
    static JsonArray attributes(String mail) {
        return Json.createArrayBuilder()
                .add(attribute("first-name", "first-name", Json.createValue("Zoë")))
                .add(attribute("last-name", "last-name", Json.createValue("O'Neill")))
                .add(attribute("mail", "email", Json.createValue(mail)))
                .build();
    }

    /** One attribute with the schema that the wallet has for it. */
    static JsonObject attribute(String id, String type, JsonValue data) {
        String schemaId = "http://platform.selfkey.org/schema/attribute/" + type + ".json";
        return Json.createObjectBuilder()
                .add("id", id)
                .add("schemaId", schemaId)
                .add("schema", Json.createObjectBuilder().add("$id", schemaId).add("type", "string"))
                .add("data", data)
                .build();
    }

    /** The browser keeps the answer from the page. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Refused(String what, HttpResponse<String> answer) {
            super(what + ": " + answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
    }
}

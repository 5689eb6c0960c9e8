package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A relying party's server: the calls of KYC-Chain's integrations API as SelfKey's library for Node.js writes them, whatever comes of them. */
final class KycChain {
    private final GatehouseSystem gatehouse;
    private final String client;
    private final String apiKey;

    /** @param apiKey what its calls say, of this client or another */
    KycChain(GatehouseSystem gatehouse, String client, String apiKey) {
        this.gatehouse = gatehouse;
        this.client = client;
        this.apiKey = apiKey;
    }

    /** The same server at another node. */
    KycChain at(GatehouseSystem node) {
        return new KycChain(node, client, apiKey);
    }

    /** What the library is told at the beginning. */
    JsonObject options() {
        return Json.createObjectBuilder()
                .add("instanceUrl", gatehouse.url() + "/selfkey/" + client)
                .add("apiKey", apiKey)
                .build();
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    HttpResponse<String> call(String method, String path, String body) {
        return GatehouseSystem.exchange(request(method, path, body));
    }

    /** A call whose body is JSON; one without a body has no type either, but for POST, as the library {@code request} does it. */
    HttpRequest.Builder request(String method, String path, String body) {
        HttpRequest.Builder request = plain(path);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        return request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder plain(String path) {
        return gatehouse
                .request("/selfkey/" + client + "/integrations/v2" + path)
                .header("apiKey", apiKey)
                .header("Accept", "application/json");
    }

    HttpResponse<String> decide(String application, int code) {
        return call("POST", "/applications/" + application + "/status_changes", "{\"code\":" + code + "}");
    }

    /** Refuses attributes or questions. */
    HttpResponse<String> invalidate(String application, String what, List<String> ids) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            query.append(query.isEmpty() ? "?" : "&")
                    .append(what)
                    .append("%5B")
                    .append(i)
                    .append("%5D=")
                    .append(URLEncoder.encode(ids.get(i), StandardCharsets.UTF_8));
        }
        return call("POST", "/applications/" + application + "/" + what + "/invalidate" + query, "");
    }

    HttpResponse<String> attach(String application, String type, byte[] content) {
        return GatehouseSystem.exchange(new FormData()
                .part("type", "", "text/plain", type.getBytes(StandardCharsets.UTF_8))
                .file("file", "credential.txt", "text/plain", content)
                .post(plain("/applications/" + application + "/attachments")));
    }

    JsonObject application(String id) {
        return ok(get("/applications/" + id));
    }

    int status(String id) {
        return application(id).getInt("currentStatus");
    }

    List<JsonObject> applications(String query) {
        return ok(get("/applications" + query)).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    static JsonObject ok(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return GatehouseSystem.json(answer);
    }

    /** The integrations' other half: a visit by an applicant's user token (the internal API). */
    static HttpResponse<String> logIn(GatehouseSystem gatehouse, String client, String userToken) {
        return GatehouseSystem.exchange(gatehouse
                .request("/selfkey/" + client + "/api/v2/auth/login")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(GatehouseSystem.object("jwt", userToken))));
    }

    /** A call of the internal API with the cookies of a login. */
    static HttpResponse<String> visit(GatehouseSystem gatehouse, String client, String cookie, String path) {
        return GatehouseSystem.exchange(gatehouse
                .request("/selfkey/" + client + "/api/v2" + path)
                .header("Cookie", cookie)
                .header("Accept", "application/json")
                .GET());
    }

    /** What a cookie jar keeps of an answer and sends again. */
    static String cookie(HttpResponse<String> answer) {
        return String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
    }

    static JsonArray array(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return Json.createReader(new StringReader(answer.body())).readArray();
    }
}

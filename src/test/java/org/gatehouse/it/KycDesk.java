package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;

/** A client that people apply at: what the administrator makes for it, and its server. */
final class KycDesk {
    /** Names, an e-mail address, and a passport that one may leave out. */
    static final String PERSON = "proof-person";

    /** Two have to approve. */
    static final String CAREFUL = "proof-careful";

    /** With questions, of which one has to be answered. */
    static final String ASKING = "proof-asking";

    /** Of a company with members, who apply as {@link #PERSON}. */
    static final String COMPANY = "proof-company";

    private final GatehouseSystem gatehouse;
    private final String client;
    private final String administrator;

    private KycDesk(GatehouseSystem gatehouse, String client, String administrator) {
        this.gatehouse = gatehouse;
        this.client = client;
        this.administrator = administrator;
    }

    /** The desk of this client, made where it is not there yet, with all templates of {@code src/test/resources/templates}. */
    static KycDesk open(GatehouseSystem gatehouse, String client) {
        Browser admin = gatehouse.browser();
        admin.signIn(FakeWallet.administrator());
        KycDesk desk = new KycDesk(gatehouse, client, Application.own(gatehouse).accessToken(admin));
        if (desk.api("GET", "/api/clients/" + client, "").statusCode() == 404) desk.register();
        desk.revokeKeys();
        return desk;
    }

    private void register() {
        made(api(
                "POST",
                "/api/clients",
                "{\"client_id\":\"" + client + "\",\"name\":\"" + client + "\",\"token_endpoint_auth_method\":\"none\","
                        + "\"redirect_uris\":[\"" + origin() + "/callback\"],\"initiate_login_uri\":\"" + origin()
                        + "/start\",\"selfkey\":{\"origins\":[\"" + origin() + "\"],\"templates\":[\"" + PERSON
                        + "\",\"" + CAREFUL + "\",\"" + ASKING + "\",\"" + COMPANY + "\"]}}"));
        await(() -> gatehouse.get("/selfkey/" + client + "/templates").statusCode() == 200);
    }

    /** A client has 20 keys at most: those of tests that are over make room. */
    private void revokeKeys() {
        String keys = "/api/clients/" + client + "/api-keys";
        for (JsonObject key :
                json(api("GET", keys, "")).getJsonArray("api_keys").getValuesAs(JsonObject.class))
            made(api("DELETE", keys + "/" + key.getString("id"), ""));
    }

    /** A server of this client with a new key. */
    KycChain server() {
        HttpResponse<String> key = made(api("POST", "/api/clients/" + client + "/api-keys", "{\"name\":\"proof\"}"));
        return new KycChain(gatehouse, client, json(key).getString("key"));
    }

    /** The id of one of its keys. */
    String keyId() {
        return json(api("GET", "/api/clients/" + client + "/api-keys", ""))
                .getJsonArray("api_keys")
                .getJsonObject(0)
                .getString("id");
    }

    /** The id of its webhook, which nobody listens at. */
    String webhook() {
        String webhooks = "/api/clients/" + client + "/webhooks";
        JsonArray there = json(api("GET", webhooks, "")).getJsonArray("webhooks");
        JsonObject webhook = there.isEmpty()
                ? json(made(api("POST", webhooks, "{\"url\":\"https://localhost:9/\"}")))
                : there.getJsonObject(0);
        return webhook.getString("id");
    }

    /** Has this client's webhook at the receiver; gives its id. */
    String webhook(WebhookReceiver receiver) {
        return json(made(api(
                        "POST", "/api/clients/" + client + "/webhooks", GatehouseSystem.object("url", receiver.url()))))
                .getString("id");
    }

    /** What a webhook was told of an application, the newest first: each status and its tries, such as {@code 2 in 1}. */
    List<String> told(String webhook, String application) {
        return json(made(api("GET", "/api/clients/" + client + "/webhooks/" + webhook + "/deliveries", "")))
                .getJsonArray("deliveries")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(delivery -> delivery.getString("application_id").equals(application))
                .map(delivery -> Json.createReader(new StringReader(delivery.getString("body")))
                                .readObject()
                                .getInt("status")
                        + " in " + delivery.getInt("tries"))
                .toList();
    }

    String client() {
        return client;
    }

    String origin() {
        return "https://" + client + ".example";
    }

    /** Its page with the button. */
    LwsSite page() {
        return LwsSite.of(gatehouse, client, origin());
    }

    /** A person with a new wallet of the last version. */
    KycWallet person() {
        return KycWallet.at(LwsWallet.create(), page());
    }

    /** An access token of the administrator. */
    String administrator() {
        return administrator;
    }

    HttpResponse<String> api(String method, String path, String body) {
        return gatehouse.api(method, path, administrator, body);
    }

    private static HttpResponse<String> made(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return answer;
    }

    /** Other nodes, and caches, know within seconds. */
    static void await(Supplier<Boolean> done) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!done.get()) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain");
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
        }
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Relying parties are told of changes, with signatures that the library of Standard Webhooks takes. */
interface KycWebhooksTopic extends Topic {
    /** {@code src/test/webhook-receiver} says what it does here. */
    NpmFolder WEBHOOK_RECEIVER = new NpmFolder("webhook-receiver");

    String HOOKS = "/api/clients/demo/webhooks";

    @Test
    default void kycWebhooksAreSignedAsTheStandardLibraryWantsIt() throws Exception {
        Browser browser = kycAdministrator();
        try (WebhookReceiver receiver = WebhookReceiver.open();
                NodeScript library = NodeScript.start(WEBHOOK_RECEIVER, "verify.mjs")) {
            JsonObject webhook = added(browser, receiver);
            String path = HOOKS + "/" + webhook.getString("id");
            String first = webhook.getString("secret");
            assertFalse(browser.get(HOOKS).body().contains(first), "shown once");

            JsonObject delivery = tested(browser, path, receiver);
            assertEquals("taken test", verdict(library, first, delivery));
            JsonObject forged = Json.createObjectBuilder(delivery)
                    .add("body", delivery.getString("body").replace("test", "forged"))
                    .build();
            assertTrue(verdict(library, first, forged).startsWith("refused"));

            String second = json(browser.postJson(path + "/rotate-secret", "")).getString("secret");
            JsonObject both = tested(browser, path, receiver);
            assertEquals("taken test", verdict(library, first, both), "for a day");
            assertEquals("taken test", verdict(library, second, both));
            assertEquals(204, browser.call("DELETE", path, "").statusCode());
        }
    }

    @Test
    default void kycWebhooksThatAreGoneAreDisabledUntilSomeoneEnablesThem() throws Exception {
        Browser browser = kycAdministrator();
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            String path = HOOKS + "/" + added(browser, receiver).getString("id");
            receiver.answer(410);
            String id = tested(browser, path, receiver).getJsonObject("headers").getString("webhook-id");
            for (int tries = 0; tries < 50 && !isDisabled(browser); tries++) Thread.sleep(100);
            assertEquals(409, browser.postJson(path + "/test", "").statusCode());
            JsonObject log = json(browser.get(path + "/deliveries?limit=1"));
            assertEquals(410, log.getJsonArray("deliveries").getJsonObject(0).getInt("last_status"));

            assertEquals(204, browser.postJson(path + "/enable", "").statusCode());
            receiver.answer(200);
            HttpResponse<String> again = browser.postJson(path + "/deliveries/" + id + "/send-again", "");
            assertEquals(202, again.statusCode(), again.body());
            assertEquals(id, receiver.next().getJsonObject("headers").getString("webhook-id"));
            assertEquals(204, browser.call("DELETE", path, "").statusCode());
            assertEquals(404, browser.get(path + "/deliveries").statusCode());
        }
    }

    @Test
    default void kycWebhooksAreForAdministratorsAtAddressesThatMayBe() {
        Browser browser = kycAdministrator();
        assertEquals(401, gatehouse().browser().get(HOOKS).statusCode());
        assertEquals(
                400,
                browser.postJson(HOOKS, object("url", "http://rp.example/hook")).statusCode());
        assertEquals(
                400,
                browser.postJson(HOOKS, object("url", "https://169.254.169.254/"))
                        .statusCode());
        assertEquals(404, browser.get("/api/clients/nobody/webhooks").statusCode());
    }

    private Browser kycAdministrator() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        return browser;
    }

    private static JsonObject added(Browser browser, WebhookReceiver receiver) {
        HttpResponse<String> added = browser.postJson(HOOKS, object("url", receiver.url()));
        assertEquals(201, added.statusCode(), added.body());
        return json(added);
    }

    private static boolean isDisabled(Browser browser) {
        return json(browser.get(HOOKS))
                .getJsonArray("webhooks")
                .getJsonObject(0)
                .containsKey("disabled_at");
    }

    private static JsonObject tested(Browser browser, String path, WebhookReceiver receiver)
            throws InterruptedException {
        assertEquals(202, browser.postJson(path + "/test", "").statusCode());
        return receiver.next();
    }

    private static String verdict(NodeScript library, String secret, JsonObject delivery) {
        library.say(
                Json.createObjectBuilder(delivery).add("secret", secret).build().toString());
        return library.hear("VERDICT ");
    }
}

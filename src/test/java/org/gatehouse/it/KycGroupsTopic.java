package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is approved by one client is in a group of another, as long as that client says so. */
interface KycGroupsTopic extends Topic {
    @Test
    default void kycAnApprovalIsAGroupUntilTheApplicationIsReopened() throws Exception {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-groups");
        Application approving = kycRuled(desk, "kyc-groups", KycDesk.PERSON);
        Application naming = kycRuled(desk, "kyc-groups-naming", "kyc-groups/" + KycDesk.PERSON);
        Application bare = kycRuled(desk, "kyc-groups-bare", KycDesk.PERSON);
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            String webhook = desk.webhook(receiver);
            KycPerson person = new KycPerson(gatehouse());
            String id = person.at(desk).apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
            Browser browser = person.browser();
            KycChain server = desk.server();
            assertEquals(4, told(receiver, id));
            assertFalse(
                    isKnown(naming.signIn(browser, "scope", "openid profile offline_access")),
                    "it is not approved yet");

            KycChain.ok(server.decide(id, 2));
            assertEquals(2, told(receiver, id));
            JsonObject tokens = naming.signIn(browser, "scope", "openid profile offline_access");
            assertTrue(isKnown(tokens));
            assertTrue(
                    isKnown(approving.signIn(browser, "scope", "openid profile offline_access")),
                    "the template alone is one of the client itself");
            assertFalse(
                    isKnown(bare.signIn(browser, "scope", "openid profile offline_access")),
                    "nobody approved anything there");
            tokens = refreshed(naming, tokens);
            assertTrue(isKnown(tokens));

            KycChain.ok(server.decide(id, 16));
            assertEquals(16, told(receiver, id));
            assertFalse(isKnown(refreshed(naming, tokens)));
            assertFalse(isKnown(naming.signIn(browser, "scope", "openid profile offline_access")));
            assertEquals(List.of("16 in 1", "2 in 1", "4 in 1"), desk.told(webhook, id), "each status once");
        }
    }

    /** A client that has whoever is approved for this in the group {@code known}. */
    private Application kycRuled(KycDesk desk, String client, String approval) {
        String callback = "https://" + client + ".example/callback";
        String rest =
                "\"scope\":\"openid profile offline_access\",\"groups\":[{\"group\":\"known\",\"when\":{\"kyc\":[\""
                        + approval + "\"]}}]}";
        HttpResponse<String> made = client.equals(desk.client())
                ? desk.api("PATCH", "/api/clients/" + client, "{" + rest)
                : desk.api(
                        "POST",
                        "/api/clients",
                        "{\"client_id\":\"" + client
                                + "\",\"token_endpoint_auth_method\":\"none\",\"redirect_uris\":[\"" + callback + "\"],"
                                + rest);
        assertEquals(2, made.statusCode() / 100, made.body());
        return Application.of(gatehouse(), client, null, callback);
    }

    private static JsonObject refreshed(Application application, JsonObject tokens) {
        HttpResponse<String> answer = application.refresh(tokens.getString("refresh_token"));
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }

    private static boolean isKnown(JsonObject tokens) {
        return Application.claims(tokens.getString("access_token"))
                .getJsonArray("groups")
                .toString()
                .contains("\"known\"");
    }

    /** The status that the receiver is told of next. */
    private static int told(WebhookReceiver receiver, String id) throws InterruptedException {
        JsonObject body = receiver.nextBody();
        assertEquals(id, body.getString("applicationId"));
        return body.getInt("status");
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** People take along all that is kept of them, and have it erased. */
interface KycPrivacyTopic extends Topic {
    String ERASE = "?confirm=erase";
    String CONFIRM_FIRST = "403 urn:gatehouse:problem:confirm-first";

    @Test
    default void kycTheExportHasAllThatAPersonGave() throws IOException {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-export");
        KycPerson person = new KycPerson(gatehouse());
        kycSignUp(person);
        KycWallet wallet = person.at(desk);
        wallet.makeKycUser("user@example.org", "Zoë O'Neill");
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        wallet.say(id, "Is all of it there?");
        KycChain.ok(desk.server().decide(id, 1));

        HttpResponse<byte[]> answer = export(person.browser());
        assertEquals(200, answer.statusCode());
        assertEquals(List.of("application/zip"), answer.headers().allValues("Content-Type"));
        Map<String, byte[]> entries = entries(answer.body());
        String text = new String(entries.get("data.json"), StandardCharsets.UTF_8);
        JsonObject data = Json.createReader(new ByteArrayInputStream(entries.remove("data.json")))
                .readObject();
        assertTrue(text.toLowerCase(Locale.ROOT).contains(person.address().toLowerCase(Locale.ROOT)), text);
        assertEquals("members", data.getJsonArray("sign_ups").getJsonObject(0).getString("client_id"));
        JsonObject shared = data.getJsonObject("shared_attributes").getJsonObject("members");
        assertEquals("ada@engines.example", shared.getString("mail"));
        JsonObject user = data.getJsonObject("kyc_users").getJsonObject("kyc-export");
        assertEquals("user@example.org", user.getString("email"));
        JsonObject application = data.getJsonArray("kyc_applications").getJsonObject(0);
        assertEquals(id, application.getString("id"));
        JsonObject given = application.getJsonObject("attributes");
        assertEquals("jane@example.org", given.getJsonObject("mail").getString("data"));
        assertTrue(application.getJsonArray("log").toString().contains("Is all of it there?"));

        Set<String> files = new TreeSet<>(KycWallet.files(shared));
        files.addAll(KycWallet.files(given));
        assertEquals(4, files.size());
        Set<String> names = new TreeSet<>();
        for (JsonObject file : data.getJsonArray("files").getValuesAs(JsonObject.class)) {
            assertTrue(files.contains(file.getString("id")), text);
            names.add("files/" + file.getString("id") + "-" + file.getString("name"));
        }
        assertEquals(names, entries.keySet());
        for (byte[] content : entries.values()) assertArrayEquals(LwsDocument.PASSPORT.content(), content);
        assertEquals(0, data.getJsonArray("unreadable_files").size());
        String key = json(desk.api("GET", "/api/clients/kyc-export/api-keys", ""))
                .getJsonArray("api_keys")
                .getJsonObject(0)
                .getString("id");
        assertFalse(text.contains(key), "which one is theirs");
    }

    @Test
    default void kycNobodyExportsOrErasesWithoutAWalletOfThisMoment() {
        KycPerson person = new KycPerson(gatehouse());
        Browser browser = person.browser();
        String token = Application.own(gatehouse()).accessToken(browser);
        assertEquals(CONFIRM_FIRST, problem(gatehouse().api("GET", "/api/me/export", token, "")));
        assertEquals(CONFIRM_FIRST, problem(gatehouse().api("DELETE", "/api/me" + ERASE, token, "")));
        assertUncertain(person.handedOver());
        assertEquals(400, browser.call("DELETE", "/api/me", "").statusCode());
        assertEquals(
                400, browser.call("DELETE", "/api/me", "{\"confirm\":\"yes\"}").statusCode());
        if (!Database.isPostgresql()) return;
        Database.change("update session set authenticated_at = authenticated_at - 600000 where account_id = '"
                + KycPerson.account(browser) + "'");
        assertUncertain(browser);
    }

    private static void assertUncertain(Browser browser) {
        assertEquals(200, browser.get("/api/me").statusCode());
        assertEquals(CONFIRM_FIRST, problem(browser.get("/api/me/export")));
        assertEquals(CONFIRM_FIRST, problem(browser.call("DELETE", "/api/me" + ERASE, "")));
    }

    @Test
    default void kycWhoIsErasedLeavesWhatHasToStayAndComesBackAsSomebodyElse() throws Exception {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-erased");
        KycChain server = desk.server();
        KycPerson person = new KycPerson(gatehouse());
        KycWallet wallet = person.at(desk);
        String approved = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        KycChain.ok(server.decide(approved, 2));
        String open = wallet.apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
        Browser browser = person.browser();
        String account = KycPerson.account(browser);
        Application offline = Application.of(gatehouse(), "offline", null, "https://offline.example/callback");
        JsonObject tokens = offline.signIn(browser, "scope", "openid profile offline_access");
        String own = Application.own(gatehouse()).accessToken(browser);
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            String webhook = desk.webhook(receiver);
            HttpResponse<String> erased = browser.call("DELETE", "/api/me" + ERASE, "");
            assertEquals(200, erased.statusCode(), erased.body());
            List<JsonObject> kept = json(erased).getJsonArray("kept").getValuesAs(JsonObject.class);
            assertEquals(1, kept.size());
            assertEquals("kyc-erased", kept.get(0).getString("client_id"));
            assertEquals(approved, kept.get(0).getString("application"));
            assertEquals(KycDesk.PERSON, kept.get(0).getString("template"));
            assertTrue(kept.get(0).getString("until").matches("20[0-9]{2}-.*Z"));
            assertEquals(open, receiver.nextBody().getString("applicationId"));
            assertEquals(List.of("8 in 1"), desk.told(webhook, open));
            assertEquals(List.of(), desk.told(webhook, approved));
        }
        assertEquals(401, browser.get("/api/me").statusCode());
        assertEquals(
                401,
                gatehouse().get("/api/me", "Authorization", "Bearer " + own).statusCode());
        assertEquals(401, offline.userinfo(tokens.getString("access_token")).statusCode());
        assertEquals(400, offline.refresh(tokens.getString("refresh_token")).statusCode());
        assertTrue(server.application(approved).toString().contains("jane@example.org"));

        assertNotEquals(account, KycPerson.account(person.browser()));
        assertEquals(List.of(), person.at(desk).applications());
    }

    @Test
    default void kycAnAdministratorErasesAPersonAndOnlyThenTheClient() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-leaving");
        KycPerson person = new KycPerson(gatehouse());
        person.at(desk).apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        Browser browser = person.browser();
        String path = "/api/accounts/" + KycPerson.account(browser);
        assertEquals(403, browser.call("DELETE", path + ERASE, "").statusCode());
        assertEquals(400, desk.api("DELETE", path, "{}").statusCode());
        HttpResponse<String> held = desk.api("DELETE", "/api/clients/kyc-leaving", "");
        assertEquals("409 urn:gatehouse:problem:conflict", problem(held));

        HttpResponse<String> erased = desk.api("DELETE", path + ERASE, "");
        assertEquals(200, erased.statusCode(), erased.body());
        assertEquals(0, json(erased).getJsonArray("kept").size(), "it was open");
        assertEquals(401, browser.get("/api/me").statusCode());
        assertEquals(404, desk.api("DELETE", path + ERASE, "").statusCode());
        assertEquals(204, desk.api("DELETE", "/api/clients/kyc-leaving", "").statusCode());
    }

    private void kycSignUp(KycPerson person) {
        person.wallet()
                .signUp(
                        LwsSite.of(gatehouse(), "members", "https://members.example"),
                        Json.createArrayBuilder(LwsSite.attributes("ada@engines.example"))
                                .add(LwsSite.attribute("pass", "passport", KycWallet.passport()))
                                .build(),
                        List.of(LwsDocument.values()));
    }

    private HttpResponse<byte[]> export(Browser browser) {
        return gatehouse().sendForBytes(browser.request("/api/me/export").GET());
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                entries.put(entry.getName(), in.readAllBytes());
        }
        return entries;
    }

    private static String problem(HttpResponse<String> answer) {
        return answer.statusCode() + " " + json(answer).getString("type");
    }
}

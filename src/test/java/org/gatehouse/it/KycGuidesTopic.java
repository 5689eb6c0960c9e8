package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The KYC half of SelfKey's guides (selfkey-developers, docs/login-with-selfkey), step by step. */
interface KycGuidesTopic extends Topic {
    /** Guide "KYC only", case 2, with the names of endpoints that KYCC's own pages configure: whoever signs up there applies there. */
    @Test
    default void kycOnlyCase2ThePersonSignsUpAndApplies() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-guides");
        LwsSite page = desk.page()
                .with("/users/token", "/auth/token")
                .with("/users/file", "/files")
                .with("/users", "/lws_users")
                .with("/kyc-users", "/kyc-users")
                .with(Json.createObjectBuilder()
                        .add("templateId", KycDesk.PERSON)
                        .build());
        LwsWallet key = LwsWallet.create();

        // STEP 1: challenge and reply, POST /lws_users with meta.templateId, GET /auth/token, POST /login.
        key.signUp(page, JsonArray.EMPTY_JSON_ARRAY, List.of());
        Browser browser = gatehouse().browser();
        page.open(browser, LwsSite.redirectTo(page.logIn(key.logIn(page))));
        assertEquals(200, browser.get("/api/me").statusCode());

        // STEP 2: the marketplace asks who the person is, since the configuration has /kyc-users: nobody yet.
        KycWallet wallet = KycWallet.at(key, page);
        assertEquals(
                404,
                assertThrows(LwsWallet.StatusCodeError.class, wallet::kycUser).status());
        wallet.makeKycUser("jane@example.org", "Jane");
        assertEquals("jane@example.org", wallet.kycUser().getString("email"));

        // STEP 3: the person applies, and the wallet reads the application that it got the id of.
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        assertEquals(4, wallet.application(id).getInt("currentStatus"));
        assertEquals(List.of(id), ids(wallet.load()));
    }

    /** Guide "KYC only", case 4: the relying party's own system has the user, we have the application. */
    @Test
    default void kycOnlyCase4TheApplicationIsHereAndTheUserElsewhere() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-guides");
        KycWallet wallet = desk.person();

        // STEP 1: GET /templates -> 200 [404]: who asks is not said.
        HttpResponse<String> templates = gatehouse().get("/selfkey/kyc-guides/templates", "Origin", desk.origin());
        assertEquals(200, templates.statusCode());
        JsonArray list = KycChain.array(templates);
        JsonObject first = list.getJsonObject(0);
        assertEquals(KycDesk.PERSON, first.getString("templateId"));
        assertEquals(first.getString("id"), first.getString("templateId"), "clients read either");
        assertTrue(first.containsKey("name") && first.containsKey("description"), first.toString());
        assertEquals(404, gatehouse().get("/selfkey/nobody/templates").statusCode());

        // STEP 2: GET /templates/{templateId}/schema.json, which no wallet calls, and GET /templates/{templateId},
        // which all do.
        String path = "/selfkey/kyc-guides/templates/";
        assertEquals(
                200, gatehouse().get(path + KycDesk.PERSON + "/schema.json").statusCode());
        assertEquals("404 not_found", LwsAnswer.of(gatehouse().get(path + "nothing/schema.json")));
        assertEquals("404 not_found", LwsAnswer.of(gatehouse().get(path + "nothing")));
        assertEquals(KycDesk.PERSON, wallet.template(KycDesk.PERSON).getString("id"));

        // STEP 3: POST /files (W-JWT + {file}) -> 200 {fileId} [400,401]; the wallet reads id.
        HttpRequest.Builder file = form().post(wallet.request("/files"));
        HttpResponse<String> uploaded = GatehouseSystem.exchange(file);
        assertEquals(200, uploaded.statusCode());
        assertFalse(json(uploaded).getString("id").isEmpty());
        assertEquals("400 token_missing", LwsAnswer.of(gatehouse().send(form().post(unsigned("/files")))));
        assertEquals(
                "401 token_invalid",
                LwsAnswer.of(gatehouse().send(form().post(unsigned("/files").header("Authorization", "Bearer x")))));

        // STEP 4: POST /applications (W-JWT + {templateId, attr, files}) -> 201 [400,401]; the newest documents say
        // 200, the wallet takes either.
        JsonArray attributes = wallet.uploaded(
                KycWallet.answers(wallet.template(KycDesk.PERSON), KycWallet.person("jane@example.org")));
        String body = KycWallet.application(KycDesk.PERSON, attributes).toString();
        assertEquals("400 token_missing", LwsAnswer.of(gatehouse().send(body(unsigned("/applications"), body))));
        HttpRequest.Builder wrong = unsigned("/applications").header("Authorization", "Bearer x");
        assertEquals("401 token_invalid", LwsAnswer.of(gatehouse().send(body(wrong, body))));
        HttpResponse<String> applied = wallet.call("POST", "/applications", body);
        assertEquals(200, applied.statusCode());
        String id = json(applied).getString("id");
        assertEquals(KycDesk.PERSON, wallet.application(id).getString("template"));

        // STEP 5: nobody was signed up here for it.
        assertEquals(401, gatehouse().browser().get("/api/me").statusCode());
    }

    /** Guide "Full": everything of the KYC half, to the end. */
    @Test
    default void fullTheApplicationIsReviewedAndCompletedAndApproved() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-guides");
        KycWallet wallet = desk.person();
        KycChain server = desk.server();

        // STEP 1: GET /templates/ has a slash at its end there.
        assertEquals(200, gatehouse().get("/selfkey/kyc-guides/templates/").statusCode());

        // STEP 2: POST /files, POST /applications; the second for the same template is refused with a sentence.
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        LwsWallet.StatusCodeError again = assertThrows(
                LwsWallet.StatusCodeError.class,
                () -> wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org")));
        assertTrue(again.refusal().startsWith("422 "), again.refusal());

        // STEP 3: the relying party refuses the passport: it is the person's turn, and the wallet may send it again.
        assertEquals(2, server.invalidate(id, "attributes", List.of("pass")).statusCode() / 100);
        assertEquals(9, wallet.application(id).getInt("currentStatus"));
        assertTrue(wallet.authToken().contains("."), "what the wallet opens our page with");
        assertEquals(
                id,
                wallet.complete(
                        id,
                        wallet.uploaded(Json.createArrayBuilder()
                                .add(LwsSite.attribute("pass", "passport", KycWallet.passport()))
                                .build())));
        assertEquals(4, wallet.application(id).getInt("currentStatus"));

        // STEP 4: it is approved, and the wallet sees it.
        assertEquals(200, server.decide(id, 2).statusCode());
        assertEquals(2, wallet.application(id).getInt("currentStatus"));
        assertEquals("Approved", wallet.application(id).getString("statusName"));
        assertEquals(2, wallet.load().get(0).getInt("currentStatus"));
    }

    private HttpRequest.Builder unsigned(String path) {
        return SelfkeyWallet.request(gatehouse(), "kyc-guides", path);
    }

    private static HttpRequest.Builder body(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static FormData form() {
        return new FormData().file("document", "p.png", "image/png", LwsDocument.PASSPORT.content());
    }

    private static List<String> ids(List<JsonObject> applications) {
        return applications.stream().map(one -> one.getString("id")).toList();
    }
}

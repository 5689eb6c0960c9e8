package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What somebody tries with an application who is not its applicant, nor a reviewer of its client. */
interface KycAttacksTopic extends Topic {
    String NOBODYS = "0123456789abcdef0123456789abcdef";

    /** Calls of a wallet about an application. */
    List<KycCall> WALLET = List.of(
            new KycCall("GET", "/applications/{id}", ""),
            new KycCall("PATCH", "/applications/{id}", "{\"attributes\":[]}"),
            new KycCall("PUT", "/applications/{id}", "{\"attributes\":[]}"),
            new KycCall("POST", "/applications/{id}/payments", "{\"transactionHash\":\"0xab\"}"),
            new KycCall("POST", "/applications/{id}/change_status", "{\"code\":8}"),
            new KycCall(
                    "POST",
                    "/applications/{id}/members",
                    "{\"application\":{\"attributes\":[],\"templateId\":\"proof-person\"},\"memberRoles\":[\"director_ltd\"]}"),
            new KycCall("GET", "/applications/{id}/chat", ""),
            new KycCall("POST", "/applications/{id}/chat", "{\"message\":\"Hello\"}"),
            new KycCall(
                    "POST",
                    "/applications/{id}/attributes",
                    "{\"jsonSchema\":{\"title\":\"x\"},\"schemaId\":\"http://platform.selfkey.org/schema/attribute/email.json\"}"));

    /** Calls of a relying party's server about an application. */
    List<KycCall> SERVER = List.of(
            new KycCall("GET", "/applications/{id}", ""),
            new KycCall("PATCH", "/applications/{id}", "{\"attributes\":{\"mail\":{\"value\":\"thief@example.org\"}}}"),
            new KycCall("POST", "/applications/{id}/status_changes", "{\"code\":3}"),
            new KycCall(
                    "POST",
                    "/applications/{id}/attributes",
                    "{\"label\":\"x\",\"schema\":\"http://platform.selfkey.org/schema/attribute/email.json\"}"),
            new KycCall("POST", "/applications/{id}/attributes/invalidate?attributes%5B0%5D=mail", ""),
            new KycCall(
                    "POST", "/applications/{id}/questions", "{\"label\":\"x\",\"question\":\"x\",\"type\":\"input\"}"),
            new KycCall("POST", "/applications/{id}/questions/invalidate?questions%5B0%5D=why", ""));

    @Test
    default void anotherPersonsApplicationIsNotThereInAnyCall() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet victim = desk.person();
        String id = victim.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        KycWallet thief = desk.person();
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : WALLET) {
            HttpResponse<String> answer = thief.call(call.method(), call.path(id), call.body());
            HttpResponse<String> nobodys = thief.call(call.method(), call.path(NOBODYS), call.body());
            if (!LwsAnswer.of(answer).equals("404 not_found")) wrong.add(call + ": " + LwsAnswer.of(answer));
            if (!answer.body().equals(nobodys.body())) wrong.add(call + " tells: " + answer.body() + nobodys.body());
        }
        assertNothing(wrong, before);
        assertEquals(4, victim.application(id).getInt("currentStatus"));
        assertEquals(List.of(), thief.applications());
    }

    @Test
    default void anotherPersonsFilesAreNotThereAndServeNoApplication() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet victim = desk.person();
        String free = victim.upload(LwsDocument.PASSPORT);
        String id = victim.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        List<String> kept = KycWallet.files(victim.application(id).getJsonObject("attributes"));
        KycWallet thief = desk.person();
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        Set<String> bodies = new TreeSet<>();
        for (String file : List.of(free, kept.get(0), NOBODYS)) {
            for (String path : List.of("/users/files/" + file, "/users/files/" + file + "/content")) {
                String outcome = LwsAnswer.of(thief.call("GET", path, ""));
                if (!outcome.equals("404 not_found")) wrong.add(path + ": " + outcome);
            }
            HttpResponse<String> applied = thief.call("POST", "/applications", withPassport(thief, file));
            if (applied.statusCode() != 422) wrong.add("applies with " + file + ": " + LwsAnswer.of(applied));
            bodies.add(applied.body().replace(file, ""));
        }
        assertNothing(wrong, before);
        assertEquals(1, bodies.size(), () -> "what is there is not told: " + bodies);
    }

    /** A file is for one purpose alone. */
    @Test
    default void aFileOfOneApplicationServesNoOther() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String file = KycWallet.files(wallet.application(id).getJsonObject("attributes"))
                .get(0);
        wallet.cancel(id);
        assertEquals(
                422,
                wallet.call("POST", "/applications", withPassport(wallet, file)).statusCode());
    }

    @Test
    default void whatIsAtOneClientIsNotThereAtAnother() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycDesk other = KycDesk.open(gatehouse(), "kyc-others");
        LwsWallet key = LwsWallet.create();
        KycWallet here = KycWallet.at(key, desk.page());
        String id = here.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String file = KycWallet.files(here.application(id).getJsonObject("attributes"))
                .get(0);
        KycWallet there = KycWallet.at(key, other.page());
        KycChain server = other.server();
        String owner = desk.server()
                .application(id)
                .getJsonArray("owners")
                .getJsonObject(0)
                .getString("_id");
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : WALLET)
            expect(wrong, "404 not_found", call, there.call(call.method(), call.path(id), call.body()));
        for (KycCall call : SERVER)
            expect(wrong, "404 not_found", call, server.call(call.method(), call.path(id), call.body()));
        for (String path : List.of("/files/" + file, "/users/" + owner))
            expect(wrong, "404 not_found", path, server.get(path));
        expect(wrong, "404 not_found", "attachment", server.attach(id, "credential", new byte[] {65}));
        assertNothing(wrong, before);
        assertEquals(List.of(), there.applications());
        assertTrue(server.applications("").stream()
                .noneMatch(one -> one.getString("id").equals(id)));
    }

    @Test
    default void noOtherTokenPassesForAWalletTokenInAnyCall() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycDesk other = KycDesk.open(gatehouse(), "kyc-others");
        LwsWallet key = LwsWallet.create();
        KycWallet wallet = KycWallet.at(key, desk.page());
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("a challenge token", key.challenge(desk.page()));
        tokens.put("a user token", wallet.authToken());
        tokens.put(
                "a wallet token of another client",
                KycWallet.at(key, other.page()).token());
        tokens.put("a MicroProfile token", Application.demo(gatehouse()).accessToken(browser));
        tokens.put("the administrator's access token", desk.administrator());
        tokens.put("an API key", desk.server().options().getString("apiKey"));
        tokens.put("an unsigned one", ForgedTokens.unsigned(wallet.token()));
        tokens.put("one signed by a stranger", ForgedTokens.byStranger(wallet.token()));
        List<KycCall> calls = new ArrayList<>(WALLET);
        calls.add(new KycCall("GET", "/applications", ""));
        calls.add(new KycCall("POST", "/applications", "{\"attributes\":[],\"templateId\":\"proof-person\"}"));
        calls.add(new KycCall("GET", "/kyc-users/me", ""));
        calls.add(new KycCall("POST", "/kyc-users", "{\"email\":\"a@example.org\",\"name\":\"x\"}"));
        calls.add(new KycCall("GET", "/auth/token", ""));
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : calls) {
            tokens.forEach((what, token) -> expect(
                    wrong,
                    "401 token_invalid",
                    call + " with " + what,
                    gatehouse()
                            .send(call.request(gatehouse(), "kyc-attacks", id)
                                    .header("Authorization", "Bearer " + token))));
            expect(wrong, "400 token_missing", call, gatehouse().send(call.request(gatehouse(), "kyc-attacks", id)));
        }
        assertNothing(wrong, before);
    }

    @Test
    default void nothingButAKeyOfTheClientOpensTheIntegrationsApi() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycDesk other = KycDesk.open(gatehouse(), "kyc-others");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String own = desk.server().options().getString("apiKey");
        Map<String, String> keys = new TreeMap<>(Map.of(
                "another client's", other.server().options().getString("apiKey"),
                "a wallet token", wallet.token(),
                "a user token", wallet.authToken(),
                "the administrator's access token", desk.administrator(),
                "a guess", "guess",
                "half a key", own.substring(0, own.length() / 2),
                "more than a key", own + "a"));
        List<KycCall> calls = new ArrayList<>(SERVER);
        calls.add(new KycCall("GET", "/applications", ""));
        calls.add(new KycCall("GET", "/users", ""));
        calls.add(new KycCall("GET", "/users/" + NOBODYS, ""));
        calls.add(new KycCall("GET", "/files/" + NOBODYS, ""));
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : calls) {
            keys.forEach((what, key) -> {
                HttpResponse<String> answer =
                        new KycChain(gatehouse(), "kyc-attacks", key).call(call.method(), call.path(id), call.body());
                if (answer.statusCode() != 401) wrong.add(call + " with " + what + ": " + LwsAnswer.of(answer));
            });
            HttpResponse<String> bearer = gatehouse()
                    .send(gatehouse()
                            .request("/selfkey/kyc-attacks/integrations/v2" + call.path(id))
                            .header("Authorization", "Bearer " + own)
                            .header("Content-Type", "application/json")
                            .method(call.method(), BodyPublishers.ofString(call.body())));
            if (bearer.statusCode() / 100 != 4) wrong.add(call + " with the key elsewhere: " + bearer.statusCode());
        }
        assertNothing(wrong, before);
    }

    @Test
    default void theKeyOfAServerThatIsRevokedOpensNothingAnyMore() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        HttpResponse<String> made = desk.api("POST", "/api/clients/kyc-attacks/api-keys", "{\"name\":\"short\"}");
        JsonObject key = json(made);
        KycChain server = new KycChain(gatehouse(), "kyc-attacks", key.getString("key"));
        assertEquals(200, server.get("/applications").statusCode());
        HttpResponse<String> listed = desk.api("GET", "/api/clients/kyc-attacks/api-keys", "");
        assertEquals(200, listed.statusCode());
        assertTrue(!listed.body().contains(key.getString("key")), "shown once");
        assertEquals(
                204,
                desk.api("DELETE", "/api/clients/kyc-attacks/api-keys/" + key.getString("id"), "")
                        .statusCode());
        assertEquals(401, server.get("/applications").statusCode());
    }

    @Test
    default void aStrangersPageIsRefusedAtEachCallOfAWallet() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (String origin : List.of("https://phishing.example", "null", "https://kyc-others.example")) {
            for (KycCall call : WALLET) {
                HttpResponse<String> answer = gatehouse()
                        .send(call.request(gatehouse(), "kyc-attacks", id)
                                .header("Authorization", "Bearer " + wallet.token())
                                .setHeader("Origin", origin));
                expect(wrong, "403 forbidden", origin + ": " + call, answer);
                if (answer.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                    wrong.add(origin + " may read the answer of " + call);
            }
        }
        assertNothing(wrong, before);
    }

    /** A person who is signed in applies on our pages: a page of somebody else must not do it in her place. */
    @Test
    default void aStrangersPageDoesNothingWithTheCookieOfASession() {
        KycDesk.open(gatehouse(), "kyc-attacks");
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        List<KycCall> calls = new ArrayList<>(WALLET);
        calls.add(new KycCall("POST", "/applications", "{\"attributes\":[],\"templateId\":\"proof-person\"}"));
        calls.add(new KycCall("POST", "/kyc-users", "{\"email\":\"a@example.org\",\"name\":\"x\"}"));
        for (KycCall call : calls) {
            if (call.method().equals("GET")) continue;
            for (String origin : List.of("https://phishing.example", "null", "https://kyc-attacks.example", "IDW")) {
                HttpResponse<String> answer = gatehouse()
                        .send(browser.request("/selfkey/kyc-attacks" + call.path(NOBODYS))
                                .header("Origin", origin)
                                .header("Content-Type", "application/json")
                                .method(call.method(), BodyPublishers.ofString(call.body())));
                int status = answer.statusCode();
                if (status != 400 && status != 401 && status != 403)
                    wrong.add(origin + ": " + call + ": " + LwsAnswer.of(answer));
            }
        }
        assertNothing(wrong, before);
    }

    @Test
    default void ofAllStatusesTheApplicantSetsCanceledAlone() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        List<String> wrong = new ArrayList<>();
        for (int code = -1; code <= 18; code++) {
            if (code == 8) continue;
            HttpResponse<String> answer =
                    wallet.call("POST", "/applications/" + id + "/change_status", "{\"code\":" + code + "}");
            if (answer.statusCode() / 100 != 4) wrong.add(code + ": " + LwsAnswer.of(answer));
        }
        assertEquals(List.of(), wrong);
        assertEquals(4, wallet.application(id).getInt("currentStatus"));
        wallet.cancel(id);
        assertEquals(8, wallet.application(id).getInt("currentStatus"));
        for (int code = -1; code <= 18; code++) {
            int status = wallet.call("POST", "/applications/" + id + "/change_status", "{\"code\":" + code + "}")
                    .statusCode();
            assertTrue(status / 100 == 4, code + " after it was canceled: " + status);
        }
        assertEquals(
                "4xx",
                wallet.call("PATCH", "/applications/" + id, "{\"attributes\":[]}")
                                        .statusCode()
                                / 100 + "xx",
                "what is closed is not changed");
    }

    private static void expect(List<String> wrong, String outcome, Object what, HttpResponse<String> answer) {
        String is = LwsAnswer.of(answer);
        if (!is.equals(outcome)) wrong.add(what + ": " + is + ", not " + outcome);
    }

    private static String withPassport(KycWallet wallet, String file) {
        Map<String, jakarta.json.JsonValue> owned = new TreeMap<>(KycWallet.person("joe@example.org"));
        JsonObject image = LwsDocument.PASSPORT.described(file);
        owned.put(
                "passport",
                Json.createObjectBuilder()
                        .add("image", image)
                        .add("issued", "2020-02-29")
                        .add("expires", "2030-02-28")
                        .add("selfie", Json.createObjectBuilder().add("image", image))
                        .build());
        return KycWallet.application(KycDesk.PERSON, KycWallet.answers(wallet.template(KycDesk.PERSON), owned))
                .toString();
    }

    private static void assertNothing(List<String> wrong, Map<String, Long> before) {
        assertEquals("", String.join("\n", wrong), wrong.size() + " calls");
        assertEquals(Map.of(), Database.more(before, Set.of()));
    }
}

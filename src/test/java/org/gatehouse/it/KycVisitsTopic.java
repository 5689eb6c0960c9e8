package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the cookie of a visit, a user token, and the id of a member do not open. */
interface KycVisitsTopic extends Topic {
    @Test
    default void aVisitAtOneClientIsNoneAtAnother() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        LwsWallet key = LwsWallet.create();
        KycWallet here = KycWallet.at(key, desk.page());
        KycWallet there =
                KycWallet.at(key, KycDesk.open(gatehouse(), "kyc-others").page());
        here.apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
        String id = there.apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
        String cookie = visit(here);
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : KycAttacksTopic.WALLET)
            expect(wrong, "401 token_invalid", call, send(call, "kyc-others", id, cookie));
        for (String path : List.of("/applications", "/applications/" + id, "/files/" + id)) {
            HttpResponse<String> answer = KycChain.visit(gatehouse(), "kyc-others", cookie, path);
            expect(wrong, "401 token_invalid", path, answer);
        }
        assertNothing(wrong, before);
        assertEquals(
                403,
                gatehouse()
                        .get("/kyc/kyc-others/applications/" + id, "Cookie", cookie)
                        .statusCode());
        assertEquals(4, there.application(id).getInt("currentStatus"));
    }

    @Test
    default void aVisitOfOnePersonOpensNothingOfAnother() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet victim = desk.person();
        String id = victim.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String file = KycWallet.files(victim.application(id).getJsonObject("attributes"))
                .get(0);
        KycWallet thief = desk.person();
        thief.apply(KycDesk.PERSON, KycWallet.person("joe@example.org"));
        String cookie = visit(thief);
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : KycAttacksTopic.WALLET)
            expect(wrong, "404 not_found", call, send(call, "kyc-attacks", id, cookie));
        for (String path : List.of("/applications/" + id, "/files/" + file)) {
            HttpResponse<String> answer = KycChain.visit(gatehouse(), "kyc-attacks", cookie, path);
            expect(wrong, "404 not_found", path, answer);
        }
        assertNothing(wrong, before);
        HttpResponse<String> page = gatehouse().get("/kyc/kyc-attacks/applications/" + id, "Cookie", cookie);
        HttpResponse<String> nobodys =
                gatehouse().get("/kyc/kyc-attacks/applications/" + KycAttacksTopic.NOBODYS, "Cookie", cookie);
        assertEquals(404, page.statusCode());
        assertEquals(nobodys.body().replace(KycAttacksTopic.NOBODYS, id), page.body());
    }

    /** It is for applications alone. */
    @Test
    default void aVisitIsNoSession() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet wallet = desk.person();
        wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String cookie = visit(wallet);
        String secret = cookie.split("=", 2)[1];
        for (String sent : List.of(cookie, "gatehouse_session=" + secret)) {
            for (String path : List.of("/api/me", "/api/me/export", "/api/templates", "/oauth2/userinfo")) {
                assertEquals(401, gatehouse().get(path, "Cookie", sent).statusCode(), path);
            }
        }
        assertEquals(
                401,
                gatehouse().get("/api/me", "Authorization", "Bearer " + secret).statusCode());
        assertEquals(
                400,
                gatehouse()
                        .get("/selfkey/kyc-attacks/applications", "Cookie", "gatehouse_visit=" + "a".repeat(42))
                        .statusCode());
    }

    /** It is in an address and in a body, once; nowhere else does it say who somebody is. */
    @Test
    default void aUserTokenIsTakenNowhereButWhereItIsHandedOver() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String token = wallet.authToken();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : KycAttacksTopic.WALLET) {
            String bare = call.template() + "?access_token=" + token;
            expect(
                    wrong,
                    "400 token_missing",
                    call,
                    gatehouse()
                            .send(new KycCall(call.method(), bare, call.body())
                                    .request(gatehouse(), "kyc-attacks", id)));
        }
        for (String path : List.of("/api/me", "/api/me/export", "/api/templates", "/oauth2/userinfo")) {
            int status =
                    gatehouse().get(path, "Authorization", "Bearer " + token).statusCode();
            if (status != 401) wrong.add(path + ": " + status);
        }
        HttpResponse<String> page = gatehouse().get("/kyc/kyc-attacks/applications/" + id + "?access_token=" + token);
        assertEquals(403, page.statusCode());
        assertTrue(!page.body().contains("jane@example.org"));
        assertEquals(List.of(), wrong);
        assertEquals(
                200, KycChain.logIn(gatehouse(), "kyc-attacks", token).statusCode(), "it was taken by none of them");
        assertEquals(401, KycChain.logIn(gatehouse(), "kyc-attacks", token).statusCode(), "and is taken once");
    }

    @Test
    default void theMembersOfAnotherPersonsCompanyAreNotThere() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-attacks");
        KycWallet victim = desk.person();
        Map<String, JsonValue> company = Map.of("company-name", Json.createValue("Gate Ltd"));
        String id = victim.apply(KycDesk.COMPANY, company);
        String member = victim.addMember(id, KycDesk.PERSON, KycWallet.person("jane@example.org"), "director_ltd");
        KycWallet thief = desk.person();
        thief.apply(KycDesk.COMPANY, company);
        String membership = Json.createObjectBuilder()
                .add(
                        "application",
                        KycWallet.application(
                                KycDesk.PERSON,
                                KycWallet.answers(
                                        thief.template(KycDesk.CAREFUL), KycWallet.person("joe@example.org"))))
                .add("memberRoles", Json.createArrayBuilder().add("director_ltd"))
                .build()
                .toString();
        Map<String, Long> before = Database.rows();
        List<String> wrong = new ArrayList<>();
        for (KycCall call : KycAttacksTopic.WALLET)
            expect(wrong, "404 not_found", call, thief.call(call.method(), call.path(member), call.body()));
        expect(wrong, "404 not_found", "member", thief.call("POST", "/applications/" + id + "/members", membership));
        assertNothing(wrong, before);
        assertEquals(4, victim.application(member).getInt("currentStatus"));
        assertEquals(1, desk.server().application(id).getJsonArray("members").size());
    }

    /** The cookie that a server gets for a user token. */
    private String visit(KycWallet wallet) {
        String client = wallet.page().rootEndpoint().replaceFirst(".*/selfkey/", "");
        return KycChain.cookie(KycChain.logIn(gatehouse(), client, wallet.authToken()));
    }

    /** A call as a server makes it, which names no page. */
    private HttpResponse<String> send(KycCall call, String client, String id, String cookie) {
        return gatehouse()
                .send(gatehouse()
                        .request("/selfkey/" + client + call.path(id))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("Cookie", cookie)
                        .method(call.method(), BodyPublishers.ofString(call.body())));
    }

    private static void expect(List<String> wrong, String outcome, Object what, HttpResponse<String> answer) {
        String is = LwsAnswer.of(answer);
        if (!is.equals(outcome)) wrong.add(what + ": " + is + ", not " + outcome);
    }

    private static void assertNothing(List<String> wrong, Map<String, Long> before) {
        assertEquals("", String.join("\n", wrong), wrong.size() + " calls");
        assertEquals(Map.of(), Database.more(before, Set.of()));
    }
}

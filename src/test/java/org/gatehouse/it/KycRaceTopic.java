package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Applicants and reviewers who do things at once, and everything that they may do one after the other. */
interface KycRaceTopic extends Topic {
    /** To where a reviewer brings what is open (docs/kyc.md). */
    Set<Integer> OPEN = Set.of(1, 9, 10, 11, 12, 13, 14, 15);

    Set<Integer> CLOSED = Set.of(2, 3, 8);

    @Test
    default void ofTwoWhoDecideAtOnceOneDecidesIn50Rounds() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycChain one = desk.server();
        KycChain two = desk.server();
        for (int round = 0; round < 50; round++) {
            String id = applied(desk);
            List<String> outcomes = AtOnce.all(List.of(
                    () -> Integer.toString(one.decide(id, 2).statusCode()),
                    () -> Integer.toString(two.decide(id, 3).statusCode())));
            assertEquals(List.of("200", "409"), outcomes.stream().sorted().toList(), "round " + round);
            JsonObject application = one.application(id);
            int decided = outcomes.get(0).equals("200") ? 2 : 3;
            assertEquals(decided, application.getInt("currentStatus"));
            assertEquals(List.of(4, decided), log(application), "round " + round);
        }
    }

    @Test
    default void of20ApplicationsAtOnceWithOneTemplateOneIsMade() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        for (int round = 0; round < 5; round++) {
            KycWallet wallet = desk.person();
            String body = KycWallet.application(
                            KycDesk.CAREFUL,
                            KycWallet.answers(wallet.template(KycDesk.CAREFUL), KycWallet.person("jane@example.org")))
                    .toString();
            Map<String, Integer> outcomes = AtOnce.outcomes(
                    20,
                    () -> Integer.toString(
                            wallet.call("POST", "/applications", body).statusCode()));
            assertEquals(Map.of("200", 1, "422", 19), outcomes, "round " + round);
            assertEquals(1, wallet.applications().size());
        }
    }

    /** Of four eyes, two are not one's own. */
    @Test
    default void ofTwoWhoApproveAtOnceWhereTwoHaveToOneIsTheFirstAndNobodyIsBoth() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycChain one = desk.server();
        KycChain two = desk.server();
        for (int round = 0; round < 10; round++) {
            String id = desk.person().apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
            Map<String, Integer> alone =
                    AtOnce.outcomes(10, () -> Integer.toString(one.decide(id, 2).statusCode()));
            assertEquals(Map.of("200", 1, "409", 9), alone, "round " + round);
            assertEquals(12, one.status(id));
            AtOnce.outcomes(10, () -> Integer.toString(two.decide(id, 2).statusCode()));
            assertEquals(2, one.status(id));
            assertEquals(List.of(4, 12, 2), log(one.application(id)));
        }
    }

    @Test
    default void aServerBringsApplicationsOnlyToWhereTheTableSays() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycChain server = desk.server();
        String id = applied(desk);
        Map<String, Integer> wrong = new TreeMap<>();
        for (int to = -1; to <= 18; to++) trial(server, applied(desk), 4, to, wrong);
        for (int from : OPEN) for (int to = -1; to <= 18; to++) trial(server, at(server, id, from), from, to, wrong);
        for (int from : CLOSED) for (int to = -1; to <= 18; to++) trial(server, at(server, id, from), from, to, wrong);
        for (int to = -1; to <= 18; to++) trial(server, at(server, id, 16), 16, to, wrong);
        assertEquals(Map.of(), wrong);
    }

    private static void trial(KycChain server, String id, int from, int to, Map<String, Integer> wrong) {
        boolean allowed = CLOSED.contains(from) ? to == 16 : to != from && (OPEN.contains(to) || CLOSED.contains(to));
        boolean known = to >= 0 && to <= 16;
        int status = server.decide(id, to).statusCode();
        boolean right = allowed ? status == 200 : known ? status == 409 : status == 400 || status == 422;
        if (!right) wrong.put(from + " to " + to, status);
        int now = server.status(id);
        if (now != (allowed ? to : from)) wrong.put(from + " to " + to + ", at " + now, status);
    }

    /** Brings the application there by ways that are allowed. */
    private static String at(KycChain server, String id, int status) {
        int now = server.status(id);
        if (now == status) return id;
        if (CLOSED.contains(now)) KycChain.ok(server.decide(id, 16));
        if (status == 16) {
            if (!CLOSED.contains(now)) {
                KycChain.ok(server.decide(id, 3));
                KycChain.ok(server.decide(id, 16));
            }
            return id;
        }
        KycChain.ok(server.decide(id, status));
        return id;
    }

    /** The reviewer says which version was read; what the applicant changes meanwhile is not approved unseen. */
    @Test
    default void nothingIsApprovedThatTheReviewerHasNotSeenIn50Rounds() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycChain server = desk.server();
        for (int round = 0; round < 50; round++) {
            KycWallet wallet = desk.person();
            String id = wallet.apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
            HttpResponse<String> read = server.get("/applications/" + id);
            String version = read.headers().firstValue("ETag").orElseThrow();
            List<String> outcomes = AtOnce.all(List.of(
                    () -> Integer.toString(GatehouseSystem.exchange(
                                    server.request("POST", "/applications/" + id + "/status_changes", "{\"code\":3}")
                                            .header("If-Match", version))
                            .statusCode()),
                    () -> Integer.toString(patch(wallet, id, "mail", "email", "new@example.org")
                            .statusCode())));
            JsonObject application = server.application(id);
            boolean changed = application.toString().contains("new@example.org");
            assertEquals(changed, outcomes.get(1).equals("200"), "what is answered is so: " + outcomes);
            if (outcomes.get(0).equals("200")) {
                assertNotEquals("200", outcomes.get(1), "round " + round);
                assertEquals(3, application.getInt("currentStatus"));
            } else {
                assertEquals(List.of("412", "200"), outcomes, "round " + round);
                assertEquals(4, application.getInt("currentStatus"));
            }
        }
    }

    @Test
    default void ofChangesAtOnceNoneThatIsAnsweredIsLost() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycChain server = desk.server();
        for (int round = 0; round < 20; round++) {
            KycWallet wallet = desk.person();
            String id = wallet.apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
            List<String> outcomes = AtOnce.all(List.of(
                    () -> outcome(patch(wallet, id, "mail", "email", "new@example.org")),
                    () -> outcome(patch(wallet, id, "first-name", "first-name", "Changed-first")),
                    () -> outcome(patch(wallet, id, "last-name", "last-name", "Changed-last")),
                    () -> outcome(server.call(
                            "POST",
                            "/applications/" + id + "/questions",
                            "{\"label\":\"Asked-meanwhile\",\"question\":\"Asked-meanwhile\",\"type\":\"input\"}"))));
            String application = server.application(id).toString();
            List<String> traces = List.of("new@example.org", "Changed-first", "Changed-last", "Asked-meanwhile");
            for (int i = 0; i < traces.size(); i++) {
                assertTrue(Set.of("2xx", "409").contains(outcomes.get(i)), outcomes.toString());
                assertEquals(
                        outcomes.get(i).equals("2xx"), application.contains(traces.get(i)), traces.get(i) + outcomes);
            }
        }
    }

    @Test
    default void of20MessagesAtOnceEachIsReadOnce() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.CAREFUL, KycWallet.person("jane@example.org"));
        List<Callable<String>> calls = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> {
                    wallet.say(id, "message " + i);
                    return "";
                })
                .toList();
        AtOnce.all(calls);
        Set<String> said = IntStream.range(0, 20).mapToObj(i -> "message " + i).collect(Collectors.toSet());
        List<String> chat = wallet.chat(id);
        assertEquals(20, chat.size());
        assertEquals(new TreeSet<>(said), new TreeSet<>(chat));
    }

    /** The token is in an address: whoever finds it there later gets nothing. */
    @Test
    default void of200BrowsersWithOneHandOverOneGetsACookie() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.ASKING, KycWallet.person("jane@example.org"));
        assertEquals(9, wallet.application(id).getInt("currentStatus"), "it waits for an answer");
        String address = wallet.handOver(id, wallet.authToken());
        assertEquals(Map.of("a cookie", 1, "none", 199), AtOnce.outcomes(200, () -> visit(address)));
        assertEquals("none", visit(address));
    }

    /** A file is sent once and named by twenty applications. */
    @Test
    default void aFileThatManyClaimAtOnceIsInOneApplicationAlone() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-races");
        KycWallet wallet = desk.person();
        String file = wallet.upload(LwsDocument.PASSPORT);
        JsonObject image = LwsDocument.PASSPORT.described(file);
        JsonObject passport = Json.createObjectBuilder()
                .add("image", image)
                .add("issued", "2020-02-29")
                .add("expires", "2030-02-28")
                .add("selfie", Json.createObjectBuilder().add("image", image))
                .build();
        Map<String, jakarta.json.JsonValue> owned = new TreeMap<>(KycWallet.person("jane@example.org"));
        owned.put("passport", passport);
        JsonArray attributes = KycWallet.answers(wallet.template(KycDesk.PERSON), owned);
        String application = KycWallet.application(KycDesk.PERSON, attributes).toString();
        String signUp = Json.createObjectBuilder()
                .add("attributes", attributes)
                .add("meta", Json.createObjectBuilder())
                .build()
                .toString();
        List<Callable<String>> calls = new ArrayList<>(Collections.nCopies(
                10,
                () -> "application "
                        + wallet.call("POST", "/applications", application).statusCode()));
        calls.addAll(Collections.nCopies(
                10, () -> "sign-up " + wallet.call("POST", "/users", signUp).statusCode()));
        List<String> outcomes = AtOnce.all(calls);
        assertTrue(outcomes.stream().noneMatch(outcome -> outcome.contains(" 5")), outcomes.toString());
        assertTrue(Collections.frequency(outcomes, "application 200") <= 1, outcomes.toString());
    }

    private String visit(String address) {
        Browser browser = gatehouse().browser();
        HttpResponse<String> answer = browser.visit(address, "Accept", "text/html");
        if (answer.statusCode() >= 500) throw new AssertionError(answer.statusCode());
        return answer.headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> !cookie.split(";", 2)[0].endsWith("="))
                ? "a cookie"
                : "none";
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2 ? "2xx" : Integer.toString(answer.statusCode());
    }

    private static HttpResponse<String> patch(
            KycWallet wallet, String id, String attribute, String schema, String data) {
        JsonArray attributes = Json.createArrayBuilder()
                .add(LwsSite.attribute(attribute, schema, Json.createValue(data)))
                .build();
        return wallet.call(
                "PATCH",
                "/applications/" + id,
                Json.createObjectBuilder().add("attributes", attributes).build().toString());
    }

    private static String applied(KycDesk desk) {
        return desk.person().apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
    }

    private static List<Integer> log(JsonObject application) {
        return application.getJsonArray("statusLog").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getInt("code"))
                .toList();
    }
}

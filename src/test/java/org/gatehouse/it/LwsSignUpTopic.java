package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People sign up with a SelfKey wallet and share what a client asks for. */
interface LwsSignUpTopic extends Topic {
    /** What the client {@code members} asks for, as a wallet sends it. */
    String MEMBER = "{'attributes':[FIRST,LAST,MAIL],'meta':{'campaign':'spring'}}";

    @Test
    default void aWalletSignsUpAndAgainWithWhatChanged() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String token = wallet.walletToken(gatehouse(), "members");
        for (String path : List.of("/users", "/users/", "/lws_users", "/lws_users/")) {
            HttpResponse<String> answer = signUp("members", path, token, MEMBER);
            assertEquals(201, answer.statusCode(), path + " " + answer.body());
            assertEquals("", answer.body());
        }
        if (Database.isPostgresql()) {
            String own = " from account_wallet w join sign_up s on s.account_id = w.account_id";
            String address = " where lower(w.wallet) like '%" + wallet.address() + "'";
            assertEquals(1, Database.number("select count(*)" + own + address));
            assertEquals(
                    3,
                    Database.number("select count(*)" + own
                            + " join shared_attribute a on a.account_id = s.account_id and a.client_id = s.client_id"
                            + address));
        }
    }

    @Test
    default void aClientThatAsksForNothingTakesASignUpWithoutAttributes() {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), "lws");
        assertEquals(
                201,
                signUp("lws", "/users", token, "{'attributes':[],'meta':{}}").statusCode());
    }

    @Test
    default void nobodySignsUpWithoutATokenOfThatClient() {
        String lws = SelfkeyWallet.create().walletToken(gatehouse(), "lws");
        assertEquals(401, signUp("members", "/users", lws, MEMBER).statusCode());
        assertEquals(401, signUp("members", "/users", "garbage", MEMBER).statusCode());
        HttpResponse<String> missing = gatehouse()
                .send(SelfkeyWallet.request(gatehouse(), "members", "/users")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(MEMBER))));
        assertEquals(400, missing.statusCode());
        assertEquals("token_missing", json(missing).getString("code"));
        assertEquals(404, signUp("nobody", "/users", lws, MEMBER).statusCode());
    }

    @Test
    default void badSignUpsAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        String token = SelfkeyWallet.create().walletToken(gatehouse(), "members");
        List<String> wrong = new ArrayList<>();
        for (BadInput.Line line : BadInput.table("selfkey-users")) {
            Map<String, Long> before = Database.rows();
            HttpResponse<String> answer = signUp("members", "/users", token, line.changes());
            String said = answer.statusCode() + " " + code(answer);
            if (!said.equals(line.outcome())) wrong.add(line + ": " + said);
            // An H2 lets nobody count.
            if (Database.isPostgresql() && !Database.more(before, Set.of()).isEmpty())
                wrong.add(line + ": something is left");
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    default void twoSignUpsAtOnceBothSucceed() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            String token = SelfkeyWallet.create().walletToken(gatehouse(), "members");
            Callable<Integer> call =
                    () -> signUp("members", "/users", token, MEMBER).statusCode();
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                for (Future<Integer> one : both.invokeAll(List.of(call, call))) assertEquals(201, one.get());
            } finally {
                both.shutdown();
            }
        }
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() == 201
                ? ""
                : json(answer).getString("code") + " " + json(answer).getString("message");
    }

    private HttpResponse<String> signUp(String client, String path, String token, String body) {
        return gatehouse()
                .send(SelfkeyWallet.request(gatehouse(), client, path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(body))));
    }

    private static String body(String text) {
        String whole = text.replace("FIRST", attribute("first-name", "first-name", "'Ada'"))
                .replace("LAST", attribute("last-name", "last-name", "'Lovelace'"))
                .replace("MAIL", attribute("mail", "email", "'ada@engines.example'"))
                .replace("SCHEMA", "http://platform.selfkey.org/schema/attribute")
                .replace("LONG", "x".repeat(17_000))
                .replace("HUGE", "x".repeat(600_000))
                .replace(
                        "DEEP",
                        Stream.of("[", "]").map(one -> one.repeat(1_500)).reduce("", String::concat));
        return whole.replace('\'', '"');
    }

    /** With the whole schema, which wallets send, and another than ours. */
    private static String attribute(String id, String type, String data) {
        String schemaId = "SCHEMA/" + type + ".json";
        return "{'id':'" + id + "','schemaId':'" + schemaId + "','schema':{'$id':'" + schemaId
                + "','type':'number'},'data':" + data + "}";
    }
}

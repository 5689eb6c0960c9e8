package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Wallets apply at a client that asks who people are, and follow their applications. */
interface KycApplicationsTopic extends Topic {
    String QUICK =
            "{'templateId':'quick','attributes':[{'id':'email','schemaId':'SCHEMA/email.json','data':'ada@engines.example'}]}";
    String STRICT = QUICK.replace("'quick'", "'strict'");
    String COMPANY = "{'templateId':'company','attributes':[{'id':'company-name','schemaId':'SCHEMA/company-name.json',"
            + "'data':'Engines'},{'id':'incorporation-date','schemaId':'SCHEMA/incorporation-date.json','data':'1843-09-01'}]}";
    String MEMBER = "{'application':{'templateId':'director','attributes':["
            + "{'id':'first-name','schemaId':'SCHEMA/first-name.json','data':'Ada'},"
            + "{'id':'last-name','schemaId':'SCHEMA/last-name.json','data':'Lovelace'},"
            + "{'id':'email','schemaId':'SCHEMA/email.json','data':'ada@engines.example'}]},"
            + "'memberRoles':['director_ltd'],'shares':25}";
    String LIST = "/applications?fields=id,attributes,currentStatus,payments,questions,statusLog,statusName,template,"
            + "createdAt&baseApplications=true&sort=-createdAt";

    @Test
    default void kycAnApplicationIsMadeAndFollowed() {
        String token = token();
        assertEquals("[]", call("GET", token, "/applications", "").body());
        JsonObject made = ok(call("POST", token, "/applications/", QUICK));
        String id = made.getString("id");
        assertEquals(gatehouse().url() + "/selfkey/kyc/applications/" + id, made.getString("applicationUrl"));
        JsonObject read = ok(call("GET", token, "/applications/" + id, ""));
        assertEquals("quick", read.getString("template"));
        assertEquals(4, read.getInt("currentStatus"));
        assertEquals("Uploaded", read.getString("statusName"));
        JsonObject mail = read.getJsonObject("attributes").getJsonObject("email");
        assertEquals("ada@engines.example", mail.getString("value"));
        assertFalse(mail.getBoolean("isAdditional"));
        assertEquals(4, read.getJsonArray("statusLog").getJsonObject(0).getInt("code"));
        JsonArray listed = array(call("GET", token, LIST, ""));
        assertEquals(id, listed.getJsonObject(0).getString("id"));
        assertFalse(listed.getJsonObject(0).containsKey("owner"));
        assertEquals(1, array(call("GET", token, "/applications", "")).size());
        assertEquals(404, call("GET", token(), "/applications/" + id, "").statusCode());
        assertEquals(
                "[]", call("GET", token, "/applications/" + id + "/chat", "").body());
    }

    @Test
    default void kycBadApplicationsAreRefusedAndLeaveNothing() {
        String token = token();
        refused(
                422,
                "Error validating attributes: E-mail is missing",
                call("POST", token, "/applications", "{'templateId':'quick','attributes':[]}"));
        refused(
                422,
                "Nobody applies with this template",
                call("POST", token, "/applications", "{'templateId':'director','attributes':[]}"));
        refused(
                422,
                "Error validating attributes: there is no list of attributes",
                call("POST", token, "/applications", "{'templateId':'quick'}"));
        assertEquals(400, call("POST", token, "/applications", "[]").statusCode());
        assertEquals(
                413,
                call("POST", token, "/applications", "{'a':'" + "x".repeat(600_000) + "'}")
                        .statusCode());
        assertEquals("[]", call("GET", token, "/applications", "").body());
    }

    @Test
    default void kycOfTwoApplicationsAtOnceOneWins() throws InterruptedException, ExecutionException {
        String token = token();
        Callable<Integer> call =
                () -> call("POST", token, "/applications", QUICK).statusCode();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            int sum = 0;
            for (Future<Integer> one : both.invokeAll(List.of(call, call))) sum += one.get();
            assertEquals(200 + 422, sum);
        } finally {
            both.shutdown();
        }
        assertEquals(1, array(call("GET", token, "/applications", "")).size());
    }

    @Test
    default void kycQuestionsAreAnsweredAndThenItIsTheReviewersTurn() {
        String token = token();
        String path = "/applications/"
                + ok(call("POST", token, "/applications", STRICT)).getString("id");
        assertEquals(9, ok(call("GET", token, path, "")).getInt("currentStatus"));
        assertEquals(
                422,
                call("PATCH", token, path, "{'questions':{'funds':'Theft'}}").statusCode());
        JsonObject done = ok(call("PATCH", token, path, "{'questions':[{'questionId':'funds','answer':'Work'}]}"));
        assertEquals(4, done.getInt("currentStatus"));
        assertEquals("Work", done.getJsonArray("questions").getJsonObject(0).getString("answer"));
        JsonObject changed = ok(
                call(
                        "PUT",
                        token,
                        path,
                        "{'id':'x','attributes':[{'id':'email','schemaId':'SCHEMA/email.json','data':{'value':'b@c.example'}}]}"));
        assertEquals(
                "b@c.example",
                changed.getJsonObject("attributes").getJsonObject("email").getString("value"));
    }

    @Test
    default void kycAnApplicantCancelsAndMayDoNothingElse() {
        String token = token();
        String path = "/applications/"
                + ok(call("POST", token, "/applications", QUICK)).getString("id");
        refused(422, "You have applied for this already: In a minute", call("POST", token, "/applications", QUICK));
        refused(
                403,
                "An applicant may cancel, and nothing else",
                call("POST", token, path + "/change_status", "{'code':2}"));
        refused(422, "There is no such status", call("POST", token, path + "/change_status", "{'code':99}"));
        JsonObject canceled = ok(call("POST", token, path + "/change_status", "{'code':8,'note':'No longer'}"));
        assertEquals(8, canceled.getInt("currentStatus"));
        assertEquals(
                "No longer", canceled.getJsonArray("statusLog").getJsonObject(1).getString("note"));
        assertEquals(
                422, call("POST", token, path + "/change_status", "{'code':8}").statusCode());
        assertEquals(422, call("PATCH", token, path, "{'attributes':[]}").statusCode());
        ok(call("POST", token, "/applications", QUICK));
    }

    @Test
    default void kycPaymentsMessagesAndAdditionalAttributesAreAdded() {
        String token = token();
        String path = "/applications/"
                + ok(call("POST", token, "/applications", QUICK)).getString("id");
        String paid = "{'transactionHash':'0x" + "Ab".repeat(32) + "'}";
        ok(call("POST", token, path + "/payments", paid));
        assertEquals(
                1,
                ok(call("POST", token, path + "/payments", paid))
                        .getJsonArray("payments")
                        .size());
        assertEquals(
                422,
                call("POST", token, path + "/payments", "{'transactionHash':'0xab'}")
                        .statusCode());
        JsonObject said = ok(call("POST", token, path + "/chat", "{'message':' Hello '}"));
        assertEquals("Hello", said.getString("message"));
        assertEquals("Applicant", said.getJsonObject("user").getString("name"));
        assertEquals(1, array(call("GET", token, path + "/chat/", "")).size());
        assertEquals(
                422,
                call("POST", token, path + "/chat", "{'message':'a\\u0000'}").statusCode());
        assertEquals(
                422,
                call("POST", token, path + "/chat", "{'message':'" + "x".repeat(4001) + "'}")
                        .statusCode());
        String asked = "{'jsonSchema':{'title':'Document to notarize'},'schemaId':'SCHEMA/cv.json'}";
        ok(call("POST", token, path + "/attributes", asked));
        JsonObject attributes =
                ok(call("POST", token, path + "/attributes", asked)).getJsonObject("attributes");
        assertTrue(attributes.getJsonObject("cv-2").getBoolean("isAdditional"));
        assertEquals(
                "http://platform.selfkey.org/schema/attribute/cv.json",
                attributes.getJsonObject("cv").getString("schemaId"));
    }

    @Test
    default void kycACompanyHasMembers() {
        String token = token();
        String company = ok(call("POST", token, "/applications", COMPANY)).getString("id");
        String path = "/applications/" + company + "/members";
        String member = ok(call("POST", token, path, MEMBER)).getString("id");
        assertEquals(
                company, ok(call("GET", token, "/applications/" + member, "")).getString("parent"));
        assertEquals(1, array(call("GET", token, LIST, "")).size());
        assertEquals(2, array(call("GET", token, "/applications", "")).size());
        assertEquals(
                422,
                call("POST", token, path, MEMBER.replace("'director'", "'quick'"))
                        .statusCode());
        assertEquals(404, call("POST", token(), path, MEMBER).statusCode());
    }

    @Test
    default void kycAnApplicantSaysWhoItIs() {
        String token = token();
        assertEquals(404, call("GET", token, "/kyc-users/me", "").statusCode());
        ok(call("POST", token, "/kyc-users", "{'email':'a@b.example','name':'Ada','entityType':'individual'}"));
        ok(call("POST", token, "/kyc-users", "{'email':'c@d.example','name':'Ada','entityType':'individual'}"));
        assertEquals("c@d.example", ok(call("GET", token, "/kyc-users/me", "")).getString("email"));
        assertEquals(
                422,
                call("POST", token, "/kyc-users", "{'email':'a','name':'Ada','entityType':'individual'}")
                        .statusCode());
        assertEquals(
                422,
                call("POST", token, "/kyc-users", "{'email':'a@b.example','name':'Ada','entityType':'x'}")
                        .statusCode());
    }

    private String token() {
        return SelfkeyWallet.create().walletToken(gatehouse(), "kyc");
    }

    private HttpResponse<String> call(String method, String token, String path, String body) {
        String text = body.replace('\'', '"').replace("SCHEMA", "http://platform.selfkey.org/schema/attribute");
        return gatehouse()
                .send(SelfkeyWallet.request(gatehouse(), "kyc", path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text)));
    }

    private static JsonObject ok(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }

    private static JsonArray array(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.createReader(new StringReader(answer.body())).readArray();
    }

    private static void refused(int status, String message, HttpResponse<String> answer) {
        assertEquals(message, json(answer).getString("message"));
        assertEquals(status, answer.statusCode());
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates, as wallets read them and administrators write them. */
interface KycTemplatesTopic extends Topic {
    String TEMPLATES = "/selfkey/kyc/templates";

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?format=minimum"})
    default void kycAWalletSeesWhatIsOffered(String end) {
        HttpResponse<String> answer = gatehouse().get(TEMPLATES + end);
        assertEquals(200, answer.statusCode(), answer.body());
        JsonArray list = Json.createReader(new StringReader(answer.body())).readArray();
        assertEquals(4, list.size());
        assertEquals("individual", list.getJsonObject(0).getString("templateId"));
        assertEquals("company", list.getJsonObject(3).getString("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?format=minimum"})
    default void kycAWalletSeesATemplate(String end) {
        JsonObject company = json(gatehouse().get(TEMPLATES + "/company" + end));
        assertEquals("corporate", company.getString("type"));
        JsonObject attribute = company.getJsonArray("attributes").getJsonObject(0);
        assertEquals("http://platform.selfkey.org/schema/attribute/company-name.json", attribute.getString("schemaId"));
        JsonObject member = company.getJsonArray("memberTemplates").getJsonObject(0);
        assertEquals("director", member.getString("template"));
        assertEquals(200, gatehouse().get(TEMPLATES + "/director").statusCode(), "for members");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/selfkey/kyc/templates/none",
                "/selfkey/kyc/templates/none/schema.json",
                "/selfkey/lws/templates/individual",
                "/selfkey/nobody/templates"
            })
    default void kycWhatIsNotOfferedIsNotThere(String path) {
        HttpResponse<String> answer = gatehouse().get(path);
        assertEquals(404, answer.statusCode(), answer.body());
        assertEquals("not_found", json(answer).getString("code"));
    }

    @Test
    default void kycASchemaIsAtBothAddressesAndNotSentTwice() {
        HttpResponse<String> schema = gatehouse().get(TEMPLATES + "/quick/schema.json");
        assertEquals(200, schema.statusCode(), schema.body());
        assertEquals(
                gatehouse().url() + TEMPLATES + "/quick/schema.json",
                json(schema).getString("$id"));
        assertEquals(
                schema.body(), gatehouse().get(TEMPLATES + "/quickschema.json").body());
        String tag = schema.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                gatehouse()
                        .get(TEMPLATES + "/quick/schema.json", "If-None-Match", tag)
                        .statusCode());
        assertTrue(schema.headers().firstValue("Cache-Control").orElse("").contains("public"));
    }

    @Test
    default void kycAnAdministratorWritesATemplateAndWithdrawsIt() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        String path = "/api/templates/written";
        String first = "{\"id\":\"written\",\"name\":\"One\"}";
        HttpResponse<String> created = browser.call("PUT", path, first);
        assertEquals(201, created.statusCode(), created.body());
        String second = first.replace("One", "Two");
        assertEquals(428, browser.call("PUT", path, second).statusCode());
        HttpResponse<String> same = browser.call("PUT", path, first, "If-Match", tag(created));
        assertEquals(1, json(same).getInt("version"));
        HttpResponse<String> changed = browser.call("PUT", path, second, "If-Match", tag(created));
        assertEquals(2, json(changed).getJsonArray("versions").size(), changed.body());
        assertEquals(
                412, browser.call("PUT", path, first, "If-Match", tag(created)).statusCode());
        HttpResponse<String> old = browser.get(path + "/versions/1");
        assertEquals("One", json(old).getJsonObject("template").getString("name"));

        HttpResponse<String> wrong =
                browser.call("PUT", path, "{\"id\":\"written\",\"four_eyes\":2}", "If-Match", tag(changed));
        assertEquals(400, wrong.statusCode());
        assertEquals("four_eyes: must be true or false", json(wrong).getString("detail"));

        HttpResponse<String> withdrawn = browser.call("DELETE", path, "", "If-Match", tag(changed));
        assertTrue(json(withdrawn).containsKey("withdrawn_at"), withdrawn.body());
        HttpResponse<String> again = browser.call("PUT", path, second, "If-Match", tag(withdrawn));
        assertEquals(2, json(again).getInt("version"));
        assertEquals(false, json(again).containsKey("withdrawn_at"));
        assertEquals(404, browser.get("/api/templates/none").statusCode());
        assertEquals(403, anyone().get("/api/templates").statusCode());
        assertEquals(401, gatehouse().get("/api/templates").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"id\":\"bad\",\"id2\":1}", "{\"id\":\"other\"}"})
    default void kycABodyThatIsNoTemplateIsRefused(String body) {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        assertEquals(400, browser.call("PUT", "/api/templates/bad", body).statusCode());
        String deep = "{\"id\":\"bad\",\"attributes\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertEquals(400, browser.call("PUT", "/api/templates/bad", deep).statusCode());
        String huge = "{\"id\":\"bad\",\"name\":\"" + "x".repeat(70_000) + "\"}";
        assertEquals(400, browser.call("PUT", "/api/templates/bad", huge).statusCode());
        assertEquals(404, browser.get("/api/templates/bad").statusCode());
    }

    private Browser anyone() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        return browser;
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}

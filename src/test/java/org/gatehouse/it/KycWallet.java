package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The half of a SelfKey wallet that applies (src/common/kyc/index.js): its requests, and its way to read what is answered. */
final class KycWallet {
    /** What versions since 1.6.0 ask for, with commas as they are. */
    static final String LIST =
            "?fields=id,attributes,currentStatus,payments,questions,statusLog,statusName,template,createdAt"
                    + "&baseApplications=true&sort=-createdAt";

    private final LwsWallet wallet;
    private final LwsSite page;
    private final String token;

    private KycWallet(LwsWallet wallet, LwsSite page) {
        this.wallet = wallet;
        this.page = page;
        this.token = wallet.establish(page);
    }

    /** A wallet that has a wallet token for this page's root endpoint. */
    static KycWallet at(LwsWallet wallet, LwsSite page) {
        return new KycWallet(wallet, page);
    }

    LwsSite page() {
        return page;
    }

    /** The wallet token. */
    String token() {
        return token;
    }

    String address() {
        return wallet.address();
    }

    /** The templates, each read by its id; nobody says who asks. */
    List<JsonObject> templates() {
        return array(LwsWallet.answer(wallet.get(page, page.endpoint("/templates"))))
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> template(one.containsKey("id") ? one.getString("id") : one.getString("templateId")))
                .toList();
    }

    /** A template as it is applied with. */
    JsonObject template(String id) {
        return LwsWallet.send(wallet.get(page, page.endpoint("/templates") + "/" + id));
    }

    /** Sends one document; gives its id. */
    String upload(LwsDocument document) {
        FormData form = new FormData();
        document.addTo(form, "document");
        return LwsWallet.send(form.post(request("/files"))).getString("id");
    }

    /**
     * Applies with what the person has, documents first.
     *
     * @param owned data by the name of its schema, such as {@code email}; documents by their places
     * @return the id
     */
    String apply(String template, Map<String, JsonValue> owned) {
        JsonArray attributes = uploaded(answers(template(template), owned));
        return id(post("/applications", application(template, attributes)));
    }

    /** The body of an application. */
    static JsonObject application(String template, JsonArray attributes) {
        return Json.createObjectBuilder()
                .add("attributes", attributes)
                .add("templateId", template)
                .build();
    }

    /** What this person has of what the template asks for. */
    static JsonArray answers(JsonObject template, Map<String, JsonValue> owned) {
        JsonArrayBuilder answers = Json.createArrayBuilder();
        for (JsonValue asked : template.getJsonArray("attributes")) {
            JsonObject attribute = asked instanceof JsonString schema
                    ? Json.createObjectBuilder().add("schemaId", schema).build()
                    : asked.asJsonObject();
            String schemaId = attribute.getString("schemaId");
            JsonValue data = owned.get(schemaId.replaceFirst(".*/([a-z-]+)\\.json", "$1"));
            if (data != null) answers.add(answer(attribute, schemaId, data));
        }
        return answers.build();
    }

    private static JsonObjectBuilder answer(JsonObject attribute, String schemaId, JsonValue data) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        if (attribute.containsKey("id")) answer.add("id", attribute.getString("id"));
        return answer.add("schemaId", schemaId)
                .add("schema", Json.createObjectBuilder().add("$id", schemaId).add("type", "string"))
                .add("required", attribute.getBoolean("required", true))
                .add("data", data);
    }

    /** The same with each document sent and described. */
    JsonArray uploaded(JsonArray attributes) {
        JsonArray all = attributes;
        for (LwsDocument document : LwsDocument.values()) {
            if (all.toString().contains(document.place())) all = LwsWallet.put(all, document, upload(document));
        }
        return all;
    }

    /** The applications, in the order of the answer; that there is no such call is no application since 1.4.4. */
    List<JsonObject> applications() {
        String query = since(1, 6, 0) ? LIST : "";
        try {
            return array(LwsWallet.answer(request("/applications" + query))).getValuesAs(JsonObject.class);
        } catch (LwsWallet.StatusCodeError e) {
            if (e.status() == 404 && since(1, 4, 4)) return List.of();
            throw e;
        }
    }

    /** The application, checked as far as the wallet relies on it. */
    JsonObject application(String id) {
        JsonObject application = LwsWallet.send(request("/applications/" + id));
        application.getString("id");
        application.getInt("currentStatus");
        application.getString("statusName");
        application.getString("template");
        application.getJsonArray("payments");
        return application;
    }

    /** Sends attributes again or later, with the verb of its version; gives the id of the answer. */
    String complete(String id, JsonArray attributes) {
        String body =
                Json.createObjectBuilder().add("attributes", attributes).build().toString();
        return id(LwsWallet.send(json("/applications/" + id, verb(), body)));
    }

    /** {@code PUT} in 1.0 and 1.1. */
    String verb() {
        return since(1, 2, 0) ? "PATCH" : "PUT";
    }

    void pay(String id, String transaction) {
        LwsWallet.answer(json(
                "/applications/" + id + "/payments", "POST", GatehouseSystem.object("transactionHash", transaction)));
    }

    /** What the wallet does when a person gives up. */
    void cancel(String id) {
        LwsWallet.answer(
                json("/applications/" + id + "/change_status", "POST", "{\"code\":8,\"note\":\"Changed my mind\"}"));
    }

    /** Adds a member of a company; gives the member's application. */
    String addMember(String id, String template, Map<String, JsonValue> owned, String role) {
        JsonArray attributes = uploaded(answers(template(template), owned));
        JsonObject body = Json.createObjectBuilder()
                .add("application", application(template, attributes))
                .add("memberRoles", Json.createArrayBuilder().add(role))
                .add("shares", 25)
                .build();
        return id(post("/applications/" + id + "/members", body));
    }

    /** The talk about an application: who said what; an entry without a user makes everything of this page fail in the wallet. */
    List<String> chat(String id) {
        return array(LwsWallet.answer(request("/applications/" + id + "/chat"))).getValuesAs(JsonObject.class).stream()
                .map(entry -> {
                    entry.getString("id");
                    entry.getJsonArray("roles");
                    entry.getString("createdAt");
                    entry.getJsonObject("user").getString("name");
                    return entry.getString("message");
                })
                .toList();
    }

    void say(String id, String message) {
        LwsWallet.answer(json("/applications/" + id + "/chat", "POST", GatehouseSystem.object("message", message)));
    }

    /** Adds an attribute that it was not asked for, and finds it as the wallet does; gives its id. */
    String addAttribute(String id, String schemaId) {
        JsonObject body = Json.createObjectBuilder()
                .add("jsonSchema", Json.createObjectBuilder().add("title", "Document to notarize"))
                .add("schemaId", schemaId)
                .build();
        LwsWallet.answer(json("/applications/" + id + "/attributes", "POST", body.toString()));
        return application(id).getJsonObject("attributes").entrySet().stream()
                .filter(one -> one.getValue().asJsonObject().getBoolean("isAdditional", false)
                        && one.getValue().asJsonObject().getString("schemaId").equals(schemaId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** What the relying party knows of the person; a {@link LwsWallet.StatusCodeError} of 404 is nobody. */
    JsonObject kycUser() {
        return LwsWallet.send(request("/kyc-users/me"));
    }

    JsonObject makeKycUser(String email, String name) {
        return post(
                "/kyc-users",
                Json.createObjectBuilder()
                        .add("email", email)
                        .add("name", name)
                        .add("entityType", "individual")
                        .build());
    }

    /** The user token that the wallet keeps for the relying party's page. */
    String authToken() {
        return LwsWallet.send(request("/auth/token")).getString("jwt");
    }

    /** The address that the wallet opens in the browser where something is missing. */
    String handOver(String id, String userToken) {
        return page.rootEndpoint() + "/applications/" + id + "?access_token=" + userToken;
    }

    /** Everything that the wallet reads when it opens the marketplace, in its order, as far as its version knows of it. */
    List<JsonObject> load() {
        templates();
        List<JsonObject> applications = applications();
        if (since(1, 7, 4)) applications.forEach(one -> chat(one.getString("id")));
        if (!applications.isEmpty() && since(1, 2, 0)) authToken();
        return applications;
    }

    boolean since(int major, int minor, int patch) {
        return wallet.version().since(major, minor, patch);
    }

    /** Any call with the wallet token, and whatever comes of it. */
    HttpResponse<String> call(String method, String path, String body) {
        return GatehouseSystem.exchange(json(path, method, body));
    }

    /** The beginning of a call with the wallet token. */
    HttpRequest.Builder request(String path) {
        return wallet.get(page, page.endpoint(path)).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder json(String path, String method, String body) {
        return request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    private JsonObject post(String path, JsonObject body) {
        return LwsWallet.send(json(path, "POST", body.toString()));
    }

    /** The caller reads this of every answer. */
    private static String id(JsonObject answer) {
        return answer.getString("id");
    }

    private static JsonArray array(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readArray();
    }

    /** What a person has: an e-mail address, names and a passport. */
    static Map<String, JsonValue> person(String email) {
        return Map.of(
                "email",
                Json.createValue(email),
                "first-name",
                Json.createValue("Zoë"),
                "last-name",
                Json.createValue("O'Neill"),
                "passport",
                passport());
    }

    /** A passport whose pictures are still places. */
    static JsonObject passport() {
        return Json.createObjectBuilder()
                .add("image", LwsDocument.PASSPORT.place())
                .add("issued", "2020-02-29")
                .add("expires", "2030-02-28")
                .add("selfie", Json.createObjectBuilder().add("image", LwsDocument.SELFIE.place()))
                .build();
    }

    /** The ids of the files in what was given. */
    static List<String> files(JsonValue data) {
        List<String> found = new ArrayList<>();
        if (data instanceof JsonObject object) {
            if (object.containsKey("mimeType")) found.add(object.getString("content"));
            else object.values().forEach(member -> found.addAll(files(member)));
        }
        if (data instanceof JsonArray array) array.forEach(member -> found.addAll(files(member)));
        return found;
    }
}

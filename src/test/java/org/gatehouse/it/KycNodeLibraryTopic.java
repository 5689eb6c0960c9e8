package org.gatehouse.it;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SelfKey's own library for relying parties, @selfkey/node-lib 1.2.2, with nothing but the address of a root endpoint and an API key. */
interface KycNodeLibraryTopic extends Topic {
    @Test
    default void theLibraryListsAndReadsApplicationsAndTheirPeople() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-library");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        try (KycLibrary library = KycLibrary.start(desk.server())) {
            JsonArray found = library.call(
                            "integrations.applications.list",
                            object(
                                    "template_id",
                                    KycDesk.PERSON,
                                    "current_statuses",
                                    "4",
                                    "sort",
                                    "-createdAt",
                                    "limit",
                                    "1"),
                            strings("id", "currentStatus", "managers"))
                    .asJsonArray();
            assertEquals(id, found.getJsonObject(0).getString("id"));
            assertEquals(4, found.getJsonObject(0).getInt("currentStatus"));
            assertEquals(1, found.size());

            JsonObject application =
                    library.call("integrations.applications.get", text(id)).asJsonObject();
            assertEquals(id, application.getString("id"));
            assertEquals(4, application.getInt("currentStatus"));
            assertEquals("Uploaded", application.getString("statusName"));
            assertEquals("individual", application.getString("type"));
            assertEquals(KycDesk.PERSON, application.getJsonObject("template").getString("_id"));
            JsonObject mail = application.getJsonObject("attributes").getJsonObject("mail");
            assertEquals("jane@example.org", mail.getString("value"));
            assertEquals("E-mail", mail.getString("label"));
            assertTrue(mail.getBoolean("valid"));
            assertFalse(mail.getBoolean("optional"));
            assertEquals(mail.getString("schema"), mail.getString("schemaId"), "one library reads this, another that");
            for (String list : List.of("owners", "members", "managers", "notes", "statusLog", "payments"))
                assertTrue(application.get(list) instanceof JsonArray, list);
            assertTrue(application.get("requirementsLog") instanceof JsonObject);
            assertEquals(
                    4, application.getJsonArray("statusLog").getJsonObject(0).getInt("code"));

            JsonObject owner = application.getJsonArray("owners").getJsonObject(0);
            assertEquals("did:eth:" + wallet.address(), owner.getString("did"));
            JsonObject user = library.call("integrations.users.get", text(owner.getString("_id")))
                    .asJsonObject();
            assertEquals(owner.getString("_id"), user.getString("_id"));
            JsonArray users = library.call("integrations.users.list", object("limit", "100"))
                    .asJsonArray();
            assertTrue(users.getValuesAs(JsonObject.class).stream()
                    .anyMatch(one -> one.getString("_id").equals(owner.getString("_id"))));
        }
    }

    @Test
    default void theLibraryReviewsAnApplicationToItsEnd() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-library");
        KycWallet wallet = desk.person();
        String id = wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        try (KycLibrary library = KycLibrary.start(desk.server())) {
            library.call("integrations.applications.attributes.invalidate", text(id), strings("mail", "pass"));
            JsonObject refused =
                    library.call("integrations.applications.get", text(id)).asJsonObject();
            assertEquals(9, refused.getInt("currentStatus"));
            assertFalse(
                    refused.getJsonObject("attributes").getJsonObject("pass").getBoolean("valid"));
            JsonObject entry = refused.getJsonObject("requirementsLog")
                    .getJsonArray("mail")
                    .getJsonObject(0);
            assertEquals("invalidation", entry.getString("action"));

            library.call(
                    "integrations.applications.attributes.add",
                    text(id),
                    object("description", "Where?", "label", "Work", "schema", schema("work-place")));
            JsonObject asked = Json.createObjectBuilder()
                    .add("description", "What would you say?")
                    .add("label", "Test")
                    .add("question", "What would you say about the test?")
                    .add("optional", false)
                    .add("type", "select")
                    .add("options", strings("good", "bad"))
                    .build();
            library.call("integrations.applications.questions.add", text(id), asked);
            JsonObject more =
                    library.call("integrations.applications.get", text(id)).asJsonObject();
            String work = more.getJsonObject("attributes").entrySet().stream()
                    .filter(one ->
                            one.getValue().asJsonObject().getString("schema").equals(schema("work-place")))
                    .map(java.util.Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            assertEquals(1, questions(more).size());

            JsonObject updated = library.call(
                            "integrations.applications.update",
                            text(id),
                            Json.createObjectBuilder()
                                    .add(
                                            "attributes",
                                            Json.createObjectBuilder()
                                                    .add(
                                                            work,
                                                            Json.createObjectBuilder()
                                                                    .add("value", "A bank")))
                                    .build())
                    .asJsonObject();
            assertEquals(id, updated.getString("id"));

            byte[] credential = "{\"type\":\"VerifiableCredential\"}".getBytes(StandardCharsets.UTF_8);
            JsonObject attachment = Json.createObjectBuilder()
                    .add("buffer", bytes(credential))
                    .add("mimeType", "text/plain")
                    .add("filename", "credential.txt")
                    .build();
            library.call("integrations.applications.attachments.add", text(id), text("credential"), attachment);

            assertEquals(422, library.refusal("integrations.applications.changeStatus", text(id), number(2)));
            JsonObject template = wallet.template(KycDesk.PERSON);
            wallet.complete(id, wallet.uploaded(KycWallet.answers(template, KycWallet.person("jane@example.org"))));
            String question = questions(more).get(0).asJsonObject().getString("id");
            wallet.call("PATCH", "/applications/" + id, "{\"questions\":{\"" + question + "\":\"good\"}}");
            JsonObject approved = library.call(
                            "integrations.applications.changeStatus", text(id), number(2), text("Fine"))
                    .asJsonObject();
            assertEquals(2, approved.getInt("currentStatus"));
            JsonArray log = approved.getJsonArray("statusLog");
            assertEquals("Fine", log.getJsonObject(log.size() - 1).getString("note"));
            assertEquals(2, wallet.application(id).getInt("currentStatus"));
        }
    }

    @Test
    default void theLibraryGetsTheBytesOfAnApplicationsFiles() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-library");
        String id = desk.person().apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        try (KycLibrary library = KycLibrary.start(desk.server())) {
            JsonObject application =
                    library.call("integrations.applications.get", text(id)).asJsonObject();
            List<String> files = KycWallet.files(application
                    .getJsonObject("attributes")
                    .getJsonObject("pass")
                    .getJsonObject("value"));
            assertEquals(2, files.size(), "a picture and a selfie");
            for (String file : files) {
                String read = library.call("integrations.files.get", text(file))
                        .asJsonObject()
                        .getString("bytes");
                assertArrayEquals(
                        LwsDocument.PASSPORT.content(), Base64.getDecoder().decode(read));
            }
        }
    }

    /** The library refuses a user whose {@code _id} is not the subject of the user token. */
    @Test
    default void theLibraryFetchesThePersonOfAUserTokenWithHerFiles() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-library");
        KycWallet wallet = desk.person();
        wallet.apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        String token = wallet.authToken();
        try (KycLibrary library = KycLibrary.start(desk.server())) {
            // What getKYCCUserDataForToken does, with the template that the person applied with.
            JsonObject user = library.call("internal.auth.login", text(token)).asJsonObject();
            assertEquals(Application.claims(token).getString("sub"), user.getString("_id"));
            assertEquals(JsonValue.TRUE, library.call("internal.auth.validateUserToken", text(token), user));
            assertTrue(user.get("companies") instanceof JsonArray && user.get("roles") instanceof JsonArray);
            JsonArray applications = library.call(
                            "internal.applications.list",
                            object("template_id", KycDesk.PERSON),
                            strings("id", "currentStatus"))
                    .asJsonArray();
            assertEquals(1, applications.size());
            JsonObject application = library.call(
                            "internal.applications.get",
                            text(applications.getJsonObject(0).getString("id")),
                            strings("id", "attributes", "currentStatus"))
                    .asJsonObject();
            assertEquals(4, application.getInt("currentStatus"));
            assertTrue(application.get("attributes") instanceof JsonObject);
        }
        String another = wallet.authToken();
        JsonObject options = Json.createObjectBuilder(desk.server().options())
                .add("templateId", KycDesk.PERSON)
                .build();
        try (KycLibrary library = KycLibrary.start(options)) {
            JsonObject person = library.call("person", text(another)).asJsonObject();
            assertEquals(Application.claims(another).getString("sub"), person.getString("id"));
            JsonObject attributes = person.getJsonObject("attributes");
            assertEquals("jane@example.org", attributes.getJsonObject("email").getString("data"));
            JsonObject passport = attributes.getJsonObject("passport").getJsonObject("data");
            assertTrue(
                    passport.getJsonObject("image").getInt("content") > 0, "what the file processor made of the file");
        }
    }

    @Test
    default void theLibraryIsToldWhatIsWrong() {
        KycDesk desk = KycDesk.open(gatehouse(), "kyc-library");
        String id = desk.person().apply(KycDesk.PERSON, KycWallet.person("jane@example.org"));
        try (KycLibrary library = KycLibrary.start(new KycChain(gatehouse(), "kyc-library", "a-guess"))) {
            assertEquals(401, library.refusal("integrations.applications.get", text(id)));
            assertEquals(401, library.refusal("integrations.applications.list"));
            assertEquals(401, library.refusal("internal.auth.login", text("a-guess")));
            assertEquals(400, library.refusal("internal.applications.list"), "nobody logged in");
        }
        try (KycLibrary library = KycLibrary.start(desk.server())) {
            assertEquals(404, library.refusal("integrations.applications.get", text("0".repeat(32))));
            assertEquals(404, library.refusal("integrations.files.get", text("0".repeat(32))));
            assertEquals(404, library.refusal("integrations.users.get", text("0".repeat(32))));
            int status = library.refusal("integrations.applications.changeStatus", text(id), number(99));
            assertTrue(status == 400 || status == 422, Integer.toString(status));
            library.call("integrations.applications.changeStatus", text(id), number(3));
            assertEquals(409, library.refusal("integrations.applications.changeStatus", text(id), number(2)));
        }
    }

    private static List<JsonValue> questions(JsonObject application) {
        JsonValue questions = application.get("questions");
        return questions instanceof JsonObject object
                ? List.copyOf(object.values())
                : List.copyOf(requireNonNull(questions).asJsonArray());
    }

    private static String schema(String name) {
        return "http://platform.selfkey.org/schema/attribute/" + name + ".json";
    }

    private static JsonString text(String text) {
        return Json.createValue(text);
    }

    private static JsonValue number(int number) {
        return Json.createValue(number);
    }

    private static JsonArray strings(String... all) {
        return Json.createArrayBuilder(List.of(all)).build();
    }

    private static JsonObject object(String... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) object.add(namesAndValues[i], namesAndValues[i + 1]);
        return object.build();
    }

    private static JsonObject bytes(byte[] content) {
        return object("bytes", Base64.getEncoder().encodeToString(content));
    }
}

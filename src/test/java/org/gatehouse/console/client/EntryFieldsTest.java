package org.gatehouse.console.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatehouse.http.WrongMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFieldsTest {
    private static final String WHOLE =
            """
            {"client_id":"app","name":"App","redirect_uris":["https://a.example/","https://b.example/"],"pkce":"optional",
             "consent":false,"scope":"openid","wallets":["eip155"],"algorithm":"RS256","groups":[],"enabled":false,
             "selfkey":{"origins":["https://a.example"],"attributes":["email"],"claims":{"email":"email"},"templates":[]}}
            """;

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"client_id\":\"app\"}", WHOLE, "{\"client_id\":\"app\",\"selfkey\":{}}"})
    void whoChangesNothingChangesNothing(String entry) {
        assertEquals(json(entry), EntryFields.of(json(entry)).applied(json(entry)));
    }

    @Test
    void linesOfABrowserAreTheSameAsThoseThatItGot() {
        EntryFields fields = EntryFields.of(json(WHOLE));
        fields.texts.replaceAll((member, text) -> text.replace("\n", "\r\n") + "\r\n");
        assertEquals(json(WHOLE), fields.applied(json(WHOLE)));
    }

    @Test
    void whatIsTypedStandsInTheEntryAndWhatIsEmptiedIsGone() {
        EntryFields fields = EntryFields.of(json(WHOLE));
        fields.texts.put("name", "  ");
        fields.texts.put("redirect_uris", "https://c.example/\r\n\r\n  https://d.example/ ");
        fields.texts.put("pkce", "required");
        fields.texts.put("access_lifetime", "PT5M");
        fields.flags.put("consent", true);
        fields.flags.put("scope:profile", true);
        fields.flags.put("wallets:eip155", false);
        fields.texts.put("selfkey.claims", "");
        JsonObject applied = fields.applied(json(WHOLE));
        assertFalse(applied.containsKey("name"));
        assertFalse(applied.containsKey("wallets"));
        assertEquals(
                json(
                        """
                        {"client_id":"app","redirect_uris":["https://c.example/","https://d.example/"],"pkce":"required",
                         "consent":true,"scope":"openid profile","algorithm":"RS256","groups":[],"enabled":false,
                         "selfkey":{"origins":["https://a.example"],"attributes":["email"],"templates":[]},"access_lifetime":"PT5M"}
                        """),
                applied);
    }

    @Test
    void withoutAnyScopeTheEntryDoesNotMeanTheDefault() {
        EntryFields fields = EntryFields.of(json("{\"client_id\":\"app\"}"));
        assertEquals(true, fields.flags.get("scope:profile"), "the default is ticked");
        fields.flags.replaceAll((name, ticked) -> false);
        assertEquals("openid", fields.applied(json("{\"client_id\":\"app\"}")).getString("scope"));
    }

    @Test
    void withoutItsTickSelfkeyIsGone() {
        EntryFields fields = EntryFields.of(json(WHOLE));
        fields.flags.put("selfkey", false);
        assertFalse(fields.applied(json(WHOLE)).containsKey("selfkey"));
    }

    @Test
    void whatIsNoJsonIsNamed() {
        EntryFields fields = EntryFields.of(json(WHOLE));
        fields.texts.put("selfkey.attributes", "email");
        WrongMember wrong = assertThrows(WrongMember.class, () -> fields.applied(json(WHOLE)));
        assertEquals("selfkey.attributes", wrong.member());
    }

    @Test
    void aWrongMemberIsFoundAtItsField() {
        assertEquals(
                "selfkey_origins", Field.of("selfkey.origins").orElseThrow().getId());
        assertEquals("selfkey", Field.of("selfkey.nonsense").orElseThrow().getId());
        assertEquals("redirect_uris", Field.of("redirect_uris").orElseThrow().getId());
        assertTrue(Field.of("groups.when").isEmpty());
    }

    /** What stands in the JSON alone is chosen, not forgotten. */
    @Test
    void everyMemberHasAFieldOrAPlaceOfItsOwn() throws IOException {
        JsonObject schema = json(Files.readString(Path.of("docs/clients.schema.json")));
        Set<String> members = new TreeSet<>(schema.getJsonObject("$defs")
                .getJsonObject("client")
                .getJsonObject("properties")
                .keySet());
        members.removeAll(Arrays.stream(Field.values()).map(Field::getMember).collect(Collectors.toSet()));
        assertEquals(Set.of("client_id", "client_secret", "client_secret_file", "enabled", "groups"), members);
    }
}

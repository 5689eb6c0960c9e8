package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.attribute.RequirementReader;
import org.gatehouse.http.WrongMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/clients.md} and {@code docs/clients.schema.json} say what the code takes. */
class ClientsDocumentTest {
    private static final Pattern FILE_EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ENTRY_EXAMPLE = Pattern.compile("-d '(\\{\"client_id\".*?)'");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\|");
    private static final Set<String> OF_THE_FILE = Set.of("client_secret", "client_secret_file");

    private final String document = read("docs/clients.md");
    private final JsonObject schema = json(read("docs/clients.schema.json"));
    private final JsonObject client =
            schema.getJsonObject("$defs").getJsonObject("client").getJsonObject("properties");

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static Set<String> members() {
        Set<String> members = new TreeSet<>(ClientReader.MEMBERS);
        members.addAll(OF_THE_FILE);
        return members;
    }

    @Test
    void theSchemaHasEveryMemberAndNoOther() {
        assertEquals(members(), new TreeSet<>(client.keySet()));
    }

    @Test
    void theDocumentHasEveryMemberAndNoOther() {
        Set<String> documented = new TreeSet<>();
        Matcher rows = ROW.matcher(document.substring(document.indexOf("## Members"), document.indexOf("## Secrets")));
        while (rows.find())
            documented.addAll(List.of(rows.group(1).replace("`", "").split(", ", -1)));
        assertEquals(members(), documented);
    }

    @Test
    void theSchemaHasEveryMemberOfSelfkeyAndNoOther() {
        assertEquals(SelfkeyReader.MEMBERS, properties("selfkey"));
        assertEquals(RequirementReader.MEMBERS, properties("attribute"));
        for (String member : SelfkeyReader.MEMBERS) assertTrue(document.contains("| `" + member + "` |"), member);
    }

    private Set<String> properties(String definition) {
        return schema.getJsonObject("$defs")
                .getJsonObject(definition)
                .getJsonObject("properties")
                .keySet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token_endpoint_auth_method", "pkce", "algorithm", "typ", "minimum_idena_state"})
    void eachValueOfTheSchemaIsTakenAndNoOther(String member) {
        for (JsonString value :
                client.getJsonObject(member).getJsonArray("enum").getValuesAs(JsonString.class)) {
            String jwks = value.getString().equals("private_key_jwt") ? ",'jwks_uri':'https://a.example/jwks'" : "";
            assertEquals(
                    "app",
                    ClientTestBed.client("{'" + member + "':" + value + jwks + "}")
                            .id());
        }
        String sentence = assertThrows(WrongMember.class, () -> ClientTestBed.client("{'" + member + "':'x'}"))
                .sentence();
        for (JsonString value :
                client.getJsonObject(member).getJsonArray("enum").getValuesAs(JsonString.class)) {
            assertTrue(sentence.contains(value.getString()), sentence);
        }
        assertEquals(
                client.getJsonObject(member).getJsonArray("enum").size(), sentence.split(", ", -1).length, sentence);
    }

    @Test
    void theFactsOfTheSchemaAreThoseThatRulesKnow() {
        JsonObject facts = schema.getJsonObject("$defs")
                .getJsonObject("rule")
                .getJsonObject("properties")
                .getJsonObject("when")
                .getJsonObject("properties");
        for (String fact : facts.keySet()) {
            assertTrue(document.contains("`" + fact + "`"), fact);
            String values = fact.startsWith("idena.") && !fact.equals("idena.state")
                    ? "[1]"
                    : fact.equals("idena.state") ? "['Human']" : fact.equals("wallet") ? "['idena']" : "['x']";
            Client read = ClientTestBed.client("{'groups':[{'group':'g','when':{'" + fact + "':" + values + "}}]}");
            assertEquals(Set.of(fact), read.rules().orElseThrow().get(0).when().keySet());
        }
        assertEquals(7, facts.size());
    }

    @Test
    void theExamplesAreTaken(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("portal"), "a-secret-of-the-portal\n");
        List<String> files = all(FILE_EXAMPLE);
        assertFalse(files.isEmpty());
        for (String file : files) {
            Path path = folder.resolve("clients.json");
            Files.writeString(path, file.replace("/run/secrets/portal", "portal"));
            assertFalse(ClientsFile.read(path, ClientTestBed.check()).isEmpty());
        }
        List<String> entries = all(ENTRY_EXAMPLE);
        assertFalse(entries.isEmpty());
        for (String entry : entries) assertTrue(ClientReader.read(json(entry)).enabled());
    }

    private List<String> all(Pattern pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(document);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }
}

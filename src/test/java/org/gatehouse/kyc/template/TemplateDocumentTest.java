package org.gatehouse.kyc.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.attribute.RequirementReader;
import org.junit.jupiter.api.Test;

/** {@code docs/kyc.md}, {@code docs/template.schema.json} and the templates that come with Gatehouse say what the code takes. */
class TemplateDocumentTest {
    private final String document = read(Path.of("docs/kyc.md"));
    private final String text = read(Path.of("docs/template.schema.json"));
    private final JsonObject schema = json(text);
    private final Schema validator =
            SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(text, InputFormat.JSON);

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private Set<String> properties(String definition) {
        return schema.getJsonObject("$defs")
                .getJsonObject(definition)
                .getJsonObject("properties")
                .keySet();
    }

    @Test
    void theSchemaHasEveryMemberAndNoOther() {
        Set<String> ofAnAttribute = new TreeSet<>(RequirementReader.MEMBERS);
        ofAnAttribute.add("description");
        assertEquals(TemplateReader.MEMBERS, schema.getJsonObject("properties").keySet());
        assertEquals(ofAnAttribute, properties("attribute"));
        assertEquals(TemplateReader.OF_A_QUESTION, properties("question"));
        assertEquals(TemplateReader.OF_A_MEMBER, properties("member"));
    }

    @Test
    void theDocumentHasEveryMember() {
        for (String member : TemplateReader.MEMBERS) assertTrue(document.contains("| `" + member + "` |"), member);
    }

    @Test
    void theExamplesAreTaken() throws IOException {
        List<String> examples = new ArrayList<>();
        Pattern.compile("```json\n(\\{\n  \"id\".*?)```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .forEach(found -> examples.add(found.group(1)));
        assertFalse(examples.isEmpty());
        for (String folder : List.of("src/demo/templates", "src/test/resources/templates")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.forEach(file -> examples.add(read(file)));
            }
        }
        for (String example : examples) {
            TemplateReader.read(json(example), 1);
            assertEquals(List.of(), validator.validate(example, InputFormat.JSON), example);
        }
    }
}

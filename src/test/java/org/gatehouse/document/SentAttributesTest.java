package org.gatehouse.document;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.attribute.SentAttribute;
import org.junit.jupiter.api.Test;

class SentAttributesTest {
    private static final String EMAIL = "http://platform.selfkey.org/schema/attribute/email.json";

    @Test
    void anAttributeIsReadAsTodaysWalletsSendIt() {
        assertEquals(
                List.of(new SentAttribute(Optional.of("email"), Optional.of(EMAIL), json("'a@b.example'"))),
                read(
                        "[{'id':'email','schemaId':'" + EMAIL
                                + "','schema':{'$id':'http://evil.example','type':'number'},'required':true,'data':'a@b.example'}]"));
    }

    @Test
    void theFirstWalletsSendARowsNumberAndNameTheSchemaInIt() {
        assertEquals(
                List.of(new SentAttribute(Optional.of("17"), Optional.of(EMAIL), json("'a@b.example'"))),
                read("[{'id':17,'schema':{'$id':'" + EMAIL + "'},'data':'a@b.example','documents':[]}]"));
    }

    @Test
    void whatIsMissingIsAbsent() {
        assertEquals(
                List.of(new SentAttribute(Optional.empty(), Optional.empty(), JsonValue.NULL)),
                read("[{'id':null,'schemaId':5,'schema':[]}]"));
        assertEquals(List.of(), read("[]"));
    }

    @Test
    void onlyAListOfObjectsIsRead() {
        for (String other : List.of("{}", "'x'", "5", "null", "['x']", "[[]]", "[null]")) {
            assertEquals(Optional.empty(), SentAttributes.read(json(other)), other);
        }
        assertEquals(Optional.empty(), SentAttributes.read(null));
    }

    private static List<SentAttribute> read(String attributes) {
        return SentAttributes.read(json(attributes)).orElseThrow();
    }
}

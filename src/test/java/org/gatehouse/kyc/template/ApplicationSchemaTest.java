package org.gatehouse.kyc.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a validator that knows nothing of ours and asks nobody. */
class ApplicationSchemaTest {
    private static final String URL = "https://gate.example/selfkey/app/templates/t/schema.json";
    private static final String SCHEMA = "http://platform.selfkey.org/schema/attribute/";

    private final Schema schema = schema(
            """
            {'attributes': ['email', {'id': 'home', 'attribute': 'physical-address', 'required': false}, 'passport']}
            """);

    private static Schema schema(String template) {
        String text =
                ApplicationSchema.of(TemplateTestBed.template(template), URL).toString();
        return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(text, InputFormat.JSON);
    }

    private boolean takes(String attributes) {
        String body = "{'templateId':'t','attributes':[" + attributes + "]}";
        return schema.validate(body.replace('\'', '"'), InputFormat.JSON).isEmpty();
    }

    private static final String IMAGE =
            "{'content':'0123456789abcdef0123456789abcdef','mimeType':'image/png','size':3}";
    private static final String PASSPORT = "{'id':'passport','schemaId':'" + SCHEMA + "passport.json','data':{'image':"
            + IMAGE + ",'issued':'2020-01-01','expires':'2030-01-01','selfie':{'image':" + IMAGE + "}}}";
    private static final String EMAIL = "{'id':'email','schemaId':'" + SCHEMA + "email.json','data':'a@example.com'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                EMAIL,
                "{'id':'email','data':'a@example.com'}",
                "{'id':'email','schemaId':'https://platform.selfkey.org/schema/attribute/email.json','data':{'value':'a@example.com'}}",
                "{'id':17,'schemaId':'" + SCHEMA + "email.json','data':'a@example.com'}",
                EMAIL + ",{'id':'home','data':{}}",
                EMAIL + ",{'id':'home','data':{'address_line_1':'Here'}}",
                EMAIL + ",{'id':'something','schemaId':'else','data':1}"
            })
    void aRightApplicationIsTaken(String attributes) {
        assertTrue(takes(attributes + "," + PASSPORT), attributes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                EMAIL,
                PASSPORT,
                PASSPORT + ",{'id':'email'}",
                PASSPORT + ",{'id':'email','data':''}",
                PASSPORT + ",{'id':'email','data':{}}",
                PASSPORT + ",{'id':'email','data':7}",
                PASSPORT + ",{'id':'email','schemaId':'" + SCHEMA + "first-name.json','data':'a@example.com'}",
                PASSPORT + "," + EMAIL + ",{'id':'home','data':{'address_line_1':7}}",
                PASSPORT + "," + EMAIL + ",'x'",
                EMAIL + ",{'id':'passport','data':{'image':{},'issued':'2020-01-01','expires':'2030-01-01'}}",
                EMAIL + ",{'id':'passport','data':{'image':{'content':'data:image/png;base64,AAAA'}}}"
            })
    void aWrongOneIsNot(String attributes) {
        assertFalse(takes(attributes), attributes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'attributes':[]}", "{'templateId':'other','attributes':[]}", "[]"})
    void theBodyHasItsMembers(String body) {
        Schema empty = schema("{}");
        assertFalse(empty.validate(body.replace('\'', '"'), InputFormat.JSON).isEmpty());
    }

    @Test
    void aTemplateWithoutAttributesAsksForNone() {
        assertEquals(
                0,
                schema("{}")
                        .validate("{\"templateId\":\"t\",\"attributes\":[]}", InputFormat.JSON)
                        .size());
    }
}

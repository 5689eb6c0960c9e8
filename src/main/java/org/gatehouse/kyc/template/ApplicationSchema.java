package org.gatehouse.kyc.template;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.SchemaDefinitions;
import org.gatehouse.http.Json;

/**
 * The JSON Schema (draft-07) of what a wallet sends to apply with a template. It takes what we take, but for what needs more than the body: whether files
 * are there, and which of several attributes of one type is which where none is named by its id.
 */
final class ApplicationSchema {
    private final List<Requirement> requirements;

    private ApplicationSchema(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /**
     * The schema.
     *
     * @param url its own address
     */
    static JsonObject of(Template template, String url) {
        return new ApplicationSchema(template.requirements()).body(template, url);
    }

    private JsonObject body(Template template, String url) {
        JsonObject properties = Json.object()
                .add("templateId", Json.object().add("const", template.id()))
                .add("attributes", attributes())
                .build();
        return Json.object()
                .add("$schema", "http://json-schema.org/draft-07/schema#")
                .add("$id", url)
                .add("title", template.name())
                .add("description", template.description())
                .add("type", "object")
                .add("required", strings("templateId", "attributes"))
                .add("properties", properties)
                .add(
                        "definitions",
                        SchemaDefinitions.of(requirements.stream()
                                .map(Requirement::attribute)
                                .toList()))
                .build();
    }

    private JsonObjectBuilder attributes() {
        JsonArrayBuilder rules = Json.array();
        JsonArrayBuilder needed = Json.array();
        for (Requirement requirement : requirements) {
            rules.add(Json.object().add("if", isMeant(requirement)).add("then", isRight(requirement)));
            if (requirement.required()) needed.add(Json.object().add("contains", isMeant(requirement)));
        }
        JsonObjectBuilder items = Json.object().add("type", "object").add("required", strings("data"));
        JsonObjectBuilder attributes = Json.object().add("type", "array").add("maxItems", 100);
        // Draft-07 has no allOf without a schema in it.
        if (!requirements.isEmpty()) items.add("allOf", rules);
        if (requirements.stream().anyMatch(Requirement::required)) attributes.add("allOf", needed);
        return attributes.add("items", items);
    }

    /** By its id, or by its type where the id is none of the template's. */
    private JsonObject isMeant(Requirement requirement) {
        JsonArrayBuilder ids = Json.array();
        requirements.forEach(each -> ids.add(each.id()));
        JsonObjectBuilder named = member("id", Json.object().add("const", requirement.id()));
        JsonObjectBuilder others = Json.object()
                .add("not", member("id", Json.object().add("enum", ids)))
                .add("required", strings("schemaId"))
                .add("properties", Json.object().add("schemaId", typeOf(requirement)));
        return Json.object().add("anyOf", Json.array().add(named).add(others)).build();
    }

    private static JsonObject isRight(Requirement requirement) {
        JsonObject right = SchemaDefinitions.reference(requirement.attribute());
        JsonArrayBuilder forms = Json.array().add(right).add(member("value", Json.copy(right)));
        if (!requirement.required())
            forms.add(Json.object()
                    .add(
                            "enum",
                            Json.array()
                                    .add("")
                                    .add(JsonValue.NULL)
                                    .add(false)
                                    .add(JsonValue.EMPTY_JSON_OBJECT)
                                    .add(JsonValue.EMPTY_JSON_ARRAY)));
        return Json.object()
                .add(
                        "properties",
                        Json.object()
                                .add("schemaId", typeOf(requirement))
                                .add("data", Json.object().add("anyOf", forms)))
                .build();
    }

    /** SelfKey's documents write the ids of schemas with either scheme. */
    private static JsonObjectBuilder typeOf(Requirement requirement) {
        String id = AttributeTypes.schemaId(requirement.attribute());
        return Json.object().add("enum", strings(id, id.replace("http:", "https:"), requirement.attribute()));
    }

    /** An object with this member, which is so. */
    private static JsonObjectBuilder member(String name, JsonObjectBuilder so) {
        return Json.object()
                .add("type", "object")
                .add("required", strings(name))
                .add("properties", Json.object().add(name, so));
    }

    private static JsonArrayBuilder strings(String... strings) {
        JsonArrayBuilder array = Json.array();
        for (String string : strings) array.add(string);
        return array;
    }
}

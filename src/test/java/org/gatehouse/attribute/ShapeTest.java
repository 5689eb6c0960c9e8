package org.gatehouse.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.http.Json;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void aPassportIsMadeOfPicturesAndDays() {
        assertEquals("image:FILE! issued:DATE! expires:DATE! selfie.image:FILE! extra:FILES", described("passport"));
    }

    @Test
    void whatStandsInSomethingOptionalIsOptional() {
        assertEquals(
                "front:FILE! back:FILE! expires:DATE! selfie.image:FILE extra:FILES", described("drivers-license"));
    }

    @Test
    void plainTypesHaveOneMemberThatIsTheWholeValue() {
        assertEquals(":TEXT!", described("first-name"));
        assertEquals(":DATE!", described("date-of-birth"));
        assertEquals(":EMAIL!", described("email"));
        assertEquals(":CHOICE!", described("legal-entity-type"));
        assertEquals(":TEXTS!", described("business-types"));
        assertEquals(":FILES!", described("cv"));
        assertEquals("country:COUNTRY! denonym:TEXT", described("nationality"));
    }

    @Test
    void formsCanAskForEveryTypeButOne() {
        List<String> without = AttributeTypes.names().stream()
                .filter(name -> Shape.of(name).isEmpty())
                .toList();
        assertEquals(List.of("corporate-structure"), without);
    }

    @Test
    void aValueIsMadeOfItsParts() {
        JsonValue image = Json.object().add("content", "0".repeat(32)).build();
        JsonValue day = Json.array().add("2030-01-31").build().get(0);
        JsonValue value = Shape.of("passport")
                .orElseThrow()
                .value(Map.of("image", image, "issued", day, "expires", day, "selfie.image", image));
        assertEquals(
                Json.object()
                        .add("image", image)
                        .add("issued", day)
                        .add("expires", day)
                        .add("selfie", Json.object().add("image", image))
                        .build(),
                value);
        assertTrue(Schemas.fault("passport", value.toString()).isEmpty());
        assertEquals(day, Shape.of("date-of-birth").orElseThrow().value(Map.of("", day)));
    }

    private static String described(String attribute) {
        return Shape.of(attribute).orElseThrow().members().stream()
                .map(member -> member.path() + ":" + member.kind() + (member.required() ? "!" : ""))
                .collect(Collectors.joining(" "));
    }
}

package org.gatehouse.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemasTest {
    private static final String FILE =
            "{'id':1,'name':'p.png','mimeType':'image/png','size':70,'content':'0123456789abcdef0123456789abcdef'}";

    /** ISO 3166-1 alpha-2 as it has been since 2011: not asked of the JDK, whose list changes with it. */
    private static final Set<String> COUNTRIES = Set.of(
            ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD "
                            + "CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF "
                            + "GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
                            + "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA "
                            + "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI "
                            + "SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
                            + "VN VU WF WS YE YT ZA ZM ZW")
                    .split(" "));

    /** A line of the table of values. */
    private record Line(String type, String value, Optional<String> said) {
        static Line read(String text) {
            int space = text.indexOf(' ');
            int arrow = text.indexOf(" -> ");
            String value = text.substring(space + 1, arrow < 0 ? text.length() : arrow);
            return new Line(
                    text.substring(0, space),
                    value.replace("FILE", FILE).replace("LONG", "x".repeat(300)),
                    arrow < 0 ? Optional.empty() : Optional.of(text.substring(arrow + 4)));
        }

        Optional<String> fault() {
            return Schemas.fault(type, value.replace('\'', '"')).map(fault -> Schemas.title(type) + fault);
        }
    }

    @TestFactory
    Stream<DynamicTest> rightValuesAreRightAndWrongOnesAreNamed() {
        return lines().map(line -> dynamicTest(line.type + " " + line.value, () -> {
            Optional<String> fault = line.fault();
            assertEquals(line.said.isPresent(), fault.isPresent(), () -> line.value + ": " + fault);
            if (!line.said.equals(Optional.of("*"))) assertEquals(line.said, fault);
        }));
    }

    @Test
    void theTableHasEachTypeWithOneRightAndTwoWrongValues() {
        for (String type : AttributeTypes.names()) {
            List<Line> own = lines().filter(line -> line.type.equals(type)).toList();
            assertTrue(own.stream().anyMatch(line -> line.said.isEmpty()), type);
            assertTrue(own.stream().filter(line -> line.said.isPresent()).count() >= 2, type);
        }
    }

    @Test
    void everyTextAndEveryListIsBounded() {
        List<String> unbounded = new ArrayList<>();
        Set<String> files = new TreeSet<>(AttributeTypes.names());
        files.add("definitions");
        for (String name : files) bounded(name, parse(name), unbounded);
        assertEquals(List.of(), unbounded);
    }

    private static void bounded(String where, JsonValue value, List<String> unbounded) {
        if (value instanceof JsonArray array) array.forEach(item -> bounded(where, item, unbounded));
        if (!(value instanceof JsonObject object)) return;
        String type = object.getOrDefault("type", JsonValue.NULL).toString();
        if (type.equals("\"string\"") && !object.containsKey("maxLength")) unbounded.add(where + " " + object);
        if (type.equals("\"array\"") && !object.containsKey("maxItems")) unbounded.add(where + " " + object);
        object.forEach((member, inner) -> bounded(where + " " + member, inner, unbounded));
    }

    @Test
    void aSchemaIsCalledAsSelfkeyCallsIt() {
        for (String name : AttributeTypes.names()) {
            JsonObject schema = parse(name);
            assertEquals(AttributeTypes.schemaId(name), schema.getString("$id"));
            assertEquals("http://json-schema.org/draft-07/schema#", schema.getString("$schema"));
            assertEquals(
                    AttributeTypes.holdsFiles(name),
                    schema.toString().contains("/image") || schema.toString().contains("/audio"),
                    name);
        }
    }

    @Test
    void theCountriesAreThoseOfIso3166() {
        Set<String> ours = parse("definitions")
                .getJsonObject("definitions")
                .getJsonObject("country")
                .getJsonArray("enum")
                .getValuesAs(value -> ((JsonString) value).getString())
                .stream()
                .collect(Collectors.toSet());
        assertEquals(COUNTRIES, ours);
    }

    @Test
    void aLongTextIsRefusedAndNeverAFault() {
        List<String> long16k = Stream.of("a", "7", " ", ".a", "-", "A", "\\u00e4")
                .flatMap(part -> Stream.of("", "a@a", "0x", "000")
                        .map(head -> "\"" + head + part.repeat(AttributeCheck.LONGEST / part.length()) + "\""))
                .toList();
        for (String type : AttributeTypes.names()) {
            if (!parse(type).getOrDefault("type", JsonValue.NULL).toString().equals("\"string\"")) continue;
            for (String value : long16k) assertTrue(Schemas.fault(type, value).isPresent(), type);
        }
    }

    @Test
    void whatTheValidatorCannotReadIsRefused() {
        String deep = "[".repeat(900) + "]".repeat(900);
        String huge = "{\"content\":\"0123456789abcdef0123456789abcdef\",\"size\":1e999999999}";
        String longNumber = "{\"country\":\"DE\",\"x\":" + "9".repeat(5_000) + "}";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertTrue(Schemas.fault("passport", "{\"x\":" + deep + "}").isPresent());
            assertTrue(Schemas.fault("cv", "[" + huge + "]").isPresent());
            assertTrue(Schemas.fault("domicile", longNumber).isPresent());
        });
    }

    private static Stream<Line> lines() {
        return text("/attributes/values.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Line::read);
    }

    private static JsonObject parse(String name) {
        return Json.createReader(Objects.requireNonNull(Schemas.class.getResourceAsStream(name + ".json"), name))
                .readObject();
    }

    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(SchemasTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code JSON.stringify(JSON.parse(text))} of ECMA-262: the wallet keeps its token decoded and sends what comes of this. */
final class Stringify {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,9}");

    private Stringify() {}

    /** The token as the wallet sends it: header and payload written anew, the signature as it was. */
    static String token(String token) {
        String[] parts = token.split("\\.", -1);
        return part(parts[0]) + "." + part(parts[1]) + "." + parts[2];
    }

    private static String part(String part) {
        String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text(text).getBytes(StandardCharsets.UTF_8));
    }

    static String text(String json) {
        return write(Json.createReader(new StringReader(json)).readValue());
    }

    private static String write(JsonValue value) {
        if (value instanceof JsonString text) return quoted(text.getString());
        if (value instanceof JsonNumber number) return number(number.bigDecimalValue());
        if (value instanceof JsonArray array) {
            return array.stream().map(Stringify::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (!(value instanceof JsonObject object)) return value.toString();
        return members(object)
                .map(member -> quoted(member.getKey()) + ":" + write(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Those whose names are indices come first, in their order (OrdinaryOwnPropertyKeys). */
    private static Stream<Map.Entry<String, JsonValue>> members(JsonObject object) {
        Stream<Map.Entry<String, JsonValue>> indices = object.entrySet().stream()
                .filter(Stringify::isIndex)
                .sorted(Comparator.comparingLong(member -> Long.parseLong(member.getKey())));
        return Stream.concat(indices, object.entrySet().stream().filter(member -> !isIndex(member)));
    }

    private static boolean isIndex(Map.Entry<String, JsonValue> member) {
        return INDEX.matcher(member.getKey()).matches();
    }

    /** A double: an integer below 10^21 has no point and no exponent. */
    private static String number(BigDecimal number) {
        BigDecimal rounded = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> quoted.append(unit(unit)));
        return quoted.append('"').toString();
    }

    private static String unit(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> unit < 0x20 ? String.format("\\u%04x", unit) : Character.toString((char) unit);
        };
    }
}

package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Optional<JsonObject> read(String text) {
        return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** An object of exactly so many bytes. */
    private static String ofBytes(int bytes) {
        return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
    }

    @Test
    void readsOneObjectInUtf8WithBlanksAround() {
        JsonObject object = read(" \r\n\t{\"token\":\"Zo\u00eb \u20ac \ud83d\ude00\",\"n\":1}\n")
                .orElseThrow();
        assertEquals(Optional.of("Zo\u00eb \u20ac \ud83d\ude00"), Json.string(object, "token"));
    }

    @Test
    void aBodyOf16384BytesIsReadAndOneMoreIsNot() {
        assertEquals(16_384, Json.MAX_BYTES);
        assertTrue(read(ofBytes(16_384)).isPresent());
        assertEquals(Optional.empty(), read(ofBytes(16_385)));
        assertEquals(Optional.empty(), read("{}" + " ".repeat(16_383)), "blanks count");
    }

    @Test
    void noMoreThanOneByteBehindTheLimitIsTakenFromTheCaller() throws IOException {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1_000_000]);
        assertEquals(Optional.empty(), Json.read(endless));
        assertEquals(1_000_000 - 16_385, endless.available());
    }

    @Test
    void theLimitCountsBytesAndNotCharacters() {
        String text = "{\"a\":\"" + "\u20ac".repeat(6_000) + "\"}";
        assertEquals(Optional.empty(), read(text));
        assertTrue(Json.parse(text.getBytes(StandardCharsets.UTF_8)).isPresent(), "a file may be longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "[{}]",
                "\"{}\"",
                "1",
                "true",
                "null",
                "{",
                "}",
                "{\"a\":1",
                "{\"a\":\"b",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":1}/**/",
                "{/**/}",
                "{}{}",
                "{} x",
                "{},",
                "{}]",
                "\ufeff{}",
                "token=a&address=b",
                "<a/>"
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), read(text));
        assertEquals(Optional.empty(), Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherEncodingIsNone() {
        assertEquals(Optional.empty(), Json.parse("{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void textOfAnyDepthIsAnsweredAndNotThrown() {
        assertTrue(read("{\"a\":".repeat(900) + "1" + "}".repeat(900)).isPresent());
        assertEquals(Optional.empty(), read("{\"a\":".repeat(2_700) + "1" + "}".repeat(2_700)));
        assertEquals(Optional.empty(), read("{\"a\":" + "[".repeat(8_000) + "]".repeat(8_000) + "}"));
        assertEquals(Optional.empty(), read("{\"a\":" + "[".repeat(16_000)));
        assertEquals(Optional.empty(), read("[".repeat(16_384)));
    }

    @Test
    void aNumberOfAnyLengthIsAnsweredAndNotThrown() {
        assertEquals(Optional.empty(), read("{\"a\":" + "9".repeat(16_000) + "}"));
        assertTrue(read("{\"a\":1e999999999,\"token\":\"t\"}").isPresent());
    }

    @Test
    void ofMembersOfOneNameTheLastCounts() {
        JsonObject object = read("{\"a\":\"1\",\"a\":\"2\"}").orElseThrow();
        assertEquals(Optional.of("2"), Json.string(object, "a"));
    }

    @Test
    void aBodyThatBreaksOffIsNone() {
        InputStream closed = InputStream.nullInputStream();
        assertDoesNotThrow(closed::close);
        assertThrows(IOException.class, () -> closed.readNBytes(1));
        assertEquals(Optional.empty(), Json.read(closed));
    }

    @Test
    void aMemberThatIsNoStringIsNone() {
        JsonObject object = read("{\"s\":\"\",\"n\":1,\"b\":true,\"z\":null,\"o\":{},\"l\":[\"x\"]}")
                .orElseThrow();
        assertEquals(Optional.of(""), Json.string(object, "s"));
        for (String name : new String[] {"n", "b", "z", "o", "l", "absent"}) {
            assertEquals(Optional.empty(), Json.string(object, name), name);
        }
    }
}

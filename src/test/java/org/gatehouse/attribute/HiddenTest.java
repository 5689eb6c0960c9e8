package org.gatehouse.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HiddenTest {
    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace,false",
        "Åda 😀 عدا,false",
        "a\u0000b,true",
        "a\u0085b,true",
        "a\uD83D,true",
        "a\u202Eb,true",
        "a\u2066b,true"
    })
    void aTextHasNone(String text, boolean hidden) {
        assertEquals(hidden, Hidden.in(Json.object().add("a", text).build().getJsonString("a")));
        assertEquals(hidden, Hidden.in(Json.object().add(text, 1).build()));
        assertEquals(
                hidden, Hidden.in(Json.object().add("a", Json.array().add(text)).build()));
    }
}

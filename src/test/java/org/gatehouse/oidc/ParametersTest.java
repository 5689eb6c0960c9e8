package org.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final String TYPE = "application/x-www-form-urlencoded";

    @Test
    void aFormThatIsTooLongIsNotCutOffAndRead() {
        String longest = "a=1&" + "&".repeat(Parameters.MOST - 4);
        assertTrue(Parameters.ofForm(TYPE, body(longest)).isPresent());
        assertEquals(Optional.empty(), Parameters.ofForm(TYPE, body(longest + "&")));
        // Two bytes each: half as many characters.
        assertEquals(Optional.empty(), Parameters.ofForm(TYPE, body("ä".repeat(Parameters.MOST / 2 + 1))));
        assertTrue(Parameters.ofClient(TYPE, body("&".repeat(Parameters.MOST_OF_CLIENT)))
                .isPresent());
        assertEquals(Optional.empty(), Parameters.ofClient(TYPE, body("&".repeat(Parameters.MOST_OF_CLIENT + 1))));
    }

    @Test
    void aControlCharacterIsInNoValue() {
        Parameters parameters =
                Parameters.ofQuery("a=%00&b=x%0Ay&c=%7F&d=%20&e=x").orElseThrow();
        assertTrue(parameters.faulty());
        assertEquals(Optional.empty(), parameters.get("a"));
        assertEquals(Optional.empty(), parameters.get("b"));
        assertEquals(Optional.empty(), parameters.get("c"));
        assertEquals(Optional.of(" "), parameters.get("d"));
        assertEquals(Optional.of("x"), parameters.get("e"));
        assertEquals(Optional.empty(), Parameters.ofClient(TYPE, body("a=%00")));
    }

    @Test
    void onlyAFormIsReadAsOne() {
        assertTrue(Parameters.ofForm(TYPE + ";charset=UTF-8", body("a=1")).isPresent());
        assertEquals(Optional.empty(), Parameters.ofForm("text/plain", body("a=1")));
        assertEquals(Optional.empty(), Parameters.ofForm(null, body("a=1")));
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

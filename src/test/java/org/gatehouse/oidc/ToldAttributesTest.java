package org.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldAttributesTest {
    @Test
    void ofAnObjectAPersonReadsWhatStandsInIt() {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("address_line_1", "12 St James Square");
        address.put("address_line_2", "");
        address.put("lines", List.of("London", 1L));
        assertEquals(Optional.of("12 St James Square, London, 1"), ToldAttributes.line(address));
        assertEquals(Optional.of("true"), ToldAttributes.line(true));
    }

    @Test
    void whereNothingStandsInItNothingIsShared() {
        assertEquals(Optional.empty(), ToldAttributes.line(Map.of("a", List.of())));
        assertEquals(Optional.empty(), ToldAttributes.line(""));
    }

    @Test
    void aLongValueIsShortenedByWholeCharacters() {
        String ring = "\uD83D\uDC8D";
        assertEquals(Optional.of(ring.repeat(60)), ToldAttributes.line(ring.repeat(60)));
        assertEquals(Optional.of(ring.repeat(60) + "…"), ToldAttributes.line(ring.repeat(61)));
    }
}

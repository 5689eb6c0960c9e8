package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdenticonTest {
    private static final String ADDRESS = "0x53EaEFfe305D9ad38f6db104cde3d4822a60bF4D";
    private static final Pattern FIELD = Pattern.compile("M(\\d) (\\d)h1v1h-1z");

    @Test
    void anAddressHasOnePictureInAnyLetterCase() {
        assertEquals(Identicon.of(ADDRESS), Identicon.of(ADDRESS.toLowerCase(Locale.ROOT)));
    }

    @Test
    void thePictureOfAnAddressStaysTheSameForEver() {
        Identicon picture = Identicon.of(ADDRESS);
        assertEquals(List.of("#####", "#o.o#", "#...#", "#ooo#", "#.#.#"), drawn(picture));
        assertEquals(174, picture.hue());
    }

    @Test
    void anotherAddressHasAnotherPicture() {
        assertNotEquals(Identicon.of(ADDRESS), Identicon.of(ADDRESS.replace("4D", "4E")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d", ADDRESS})
    void theRightHalfMirrorsTheLeft(String text) {
        for (String row : drawn(Identicon.of(text))) {
            assertEquals(row, new StringBuilder(row).reverse().toString());
        }
    }

    private static List<String> drawn(Identicon picture) {
        Set<String> ink = fields(picture.path());
        Set<String> spots = fields(picture.spots());
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < 5; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < 5; x++) {
                String field = "" + x + y;
                row.append(ink.contains(field) ? '#' : spots.contains(field) ? 'o' : '.');
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private static Set<String> fields(String path) {
        return FIELD.matcher(path).results().map(m -> m.group(1) + m.group(2)).collect(Collectors.toSet());
    }
}

package org.gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomMapTest {
    @Test
    void aLineGivesEachOfItsRoomsWhatTheyMayImport() {
        RoomMap map = RoomMap.parse("# Text\n```rooms\na.b     -> c   d\nc, d -> nothing\n```\nmore\n");
        assertEquals(Map.of("a.b", Set.of("c", "d"), "c", Set.of(), "d", Set.of()), map.mayImport());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Text without a map",
                "```\na -> b\n```\n",
                "```rooms\n```\n",
                "```rooms\na -> b\n",
                "```rooms\na b\n```\n",
                "```rooms\na -> b\n\n```\n",
                "```rooms\na -> b, c\n```\n",
                "```rooms\na -> b\na -> c\n```\n"
            })
    void aDocumentWithoutAMapThatCanBeReadFails(String document) {
        assertThrows(AssertionError.class, () -> RoomMap.parse(document));
    }
}

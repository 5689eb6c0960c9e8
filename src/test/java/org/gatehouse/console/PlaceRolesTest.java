package org.gatehouse.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.RolesTable;
import org.gatehouse.RolesTable.Row;
import org.gatehouse.http.Caller;
import org.junit.jupiter.api.Test;

/** {@code docs/roles.md} says of every page with state who may open it. */
class PlaceRolesTest {
    @Test
    void everyPlaceHasItsRow() {
        Set<String> written = RolesTable.read().stream()
                .filter(row -> row.path().startsWith("/account") || row.path().startsWith("/console"))
                .map(Row::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = Arrays.stream(Place.values())
                .map(place -> new Row("GET", "/" + place.getLink(), roles(place)).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", there), String.join("\n", written));
    }

    private static Set<String> roles(Place place) {
        return Stream.concat(Caller.STAFF.stream(), Stream.of(Caller.PERSON))
                .filter(role -> place.opensFor(Set.of(role)))
                .collect(Collectors.toSet());
    }
}

package org.gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of {@code docs/roles.md}: who may call what. */
public final class RolesTable {
    /** Who may call what asks for no role; what it asks for instead is the protocol's own affair. */
    public static final String ANYONE = "anyone";

    private static final Path FILE = Path.of("docs", "roles.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) (/[^`]*)` \\| ([a-z, -]+) \\|.*");

    private RolesTable() {}

    /**
     * A row.
     *
     * @param path below the public URL; parameters in braces
     * @param roles one of these is enough
     */
    public record Row(String method, String path, Set<String> roles) implements Comparable<Row> {
        public Row {
            roles = Set.copyOf(roles);
        }

        /** Whether someone with these roles is let in. */
        public boolean opensFor(Set<String> held) {
            return roles.contains(ANYONE) || roles.stream().anyMatch(held::contains);
        }

        /** Whether no role is asked for. */
        public boolean open() {
            return roles.contains(ANYONE);
        }

        @Override
        public int compareTo(Row other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return "| `" + method + " " + path + "` | " + String.join(", ", new TreeSet<>(roles)) + " |";
        }
    }

    /** All rows. */
    public static List<Row> read() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(RolesTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Matcher found) {
        return new Row(found.group(1), found.group(2), Set.of(found.group(3).split(", ")));
    }
}

package org.gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which room may import which, as {@code docs/architecture.md} says in its block of {@code rooms}: the only place where it stands.
 *
 * @param mayImport for each room the rooms that it may import; a room is a package below the base package
 */
record RoomMap(Map<String, Set<String>> mayImport) {
    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final Pattern BLOCK = Pattern.compile("^```rooms\\n(.+?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINE = Pattern.compile("([a-z., ]+?) +-> +([a-z. ]+)");

    static RoomMap read() {
        try {
            return parse(Files.readString(DOCUMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The map of a document; throws where it has none, or a line that cannot be read. */
    static RoomMap parse(String document) {
        Matcher block = BLOCK.matcher(document);
        if (!block.find())
            throw new AssertionError(DOCUMENT + " has no block of rooms, which is the map that is held here");
        Map<String, Set<String>> rooms = new TreeMap<>();
        block.group(1).lines().forEach(line -> read(line, rooms));
        return new RoomMap(rooms);
    }

    private static void read(String text, Map<String, Set<String>> rooms) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) throw new AssertionError("not a line of the map: " + text);
        boolean nothing = line.group(2).equals("nothing");
        Set<String> targets =
                nothing ? Set.of() : new TreeSet<>(Arrays.asList(line.group(2).split(" +", -1)));
        for (String room : line.group(1).split(" *, *", -1)) {
            if (rooms.put(room, targets) != null) throw new AssertionError("twice in the map: " + room);
        }
    }
}

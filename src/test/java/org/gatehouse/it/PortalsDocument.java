package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that {@code docs/portals.md} shows: what people copy from it is what the tests deploy. */
final class PortalsDocument {
    private static final Path DOCUMENT = Path.of("docs", "portals.md");
    private static final Pattern FILE =
            Pattern.compile("^`([^`\\n]+)`:\\n```[a-z]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private PortalsDocument() {}

    /**
     * The files of a section by the names that stand above them, in its order.
     *
     * @param section its heading, such as {@code Payara}
     */
    static Map<String, String> files(String section) {
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(section(section)).results().forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    private static String section(String heading) {
        try {
            String document = Files.readString(DOCUMENT);
            int start = document.indexOf("\n## " + heading + "\n");
            if (start < 0) throw new AssertionError(DOCUMENT + " has no section " + heading);
            int end = document.indexOf("\n## ", start + 1);
            return document.substring(start, end < 0 ? document.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

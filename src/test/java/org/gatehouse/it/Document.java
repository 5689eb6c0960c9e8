package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that a document shows: what people copy from it is what the tests deploy. */
enum Document {
    PORTALS,
    SELFKEY;

    private static final Pattern FILE =
            Pattern.compile("^`([^`\\n]+)`:\\n```[a-z]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /**
     * The files of a section by the names that stand above them, in its order.
     *
     * @param section its heading, such as {@code Payara}
     */
    Map<String, String> files(String section) {
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(section(section)).results().forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    private String section(String heading) {
        try {
            Path path = Path.of("docs", name().toLowerCase(Locale.ROOT) + ".md");
            String document = Files.readString(path);
            int start = document.indexOf("\n## " + heading + "\n");
            if (start < 0) throw new AssertionError(path + " has no section " + heading);
            int end = document.indexOf("\n## ", start + 1);
            return document.substring(start, end < 0 ? document.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

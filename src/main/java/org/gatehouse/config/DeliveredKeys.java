package org.gatehouse.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The keys with their defaults and comments, as the WAR delivers them. */
final class DeliveredKeys {
    /** Where they stand. */
    static final String FILE = "META-INF/microprofile-config.properties";

    /** A key that no other file has. */
    private static final String OURS = "gatehouse.public-url";

    private DeliveredKeys() {}

    /**
     * A key of the file.
     *
     * @param value its default; may be empty
     * @param help the comment above it
     */
    record Delivered(String key, String value, String help) {}

    /** All of them, in order. Each line is a comment, or a key with its value. */
    static List<Delivered> read() {
        try {
            // Servers and libraries have files of this name too.
            for (URL url : Collections.list(DeliveredKeys.class.getClassLoader().getResources(FILE))) {
                List<Delivered> keys = parse(text(url));
                if (keys.stream().anyMatch(one -> one.key().equals(OURS))) return keys;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(FILE + " is not there");
    }

    private static String text(URL url) throws IOException {
        try (InputStream file = url.openStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Delivered> parse(String file) {
        List<Delivered> keys = new ArrayList<>();
        StringBuilder help = new StringBuilder();
        for (String line : file.lines().map(String::strip).toList()) {
            if (line.startsWith("#"))
                help.append(help.isEmpty() ? "" : " ").append(line.substring(1).strip());
            else {
                int equals = line.indexOf('=');
                if (equals > 0)
                    keys.add(new Delivered(line.substring(0, equals), line.substring(equals + 1), help.toString()));
                help.setLength(0);
            }
        }
        return keys;
    }
}

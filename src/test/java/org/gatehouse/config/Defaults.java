package org.gatehouse.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.gatehouse.vault.GivenKeys;

/** The configuration that is delivered, with what a test changes of it. */
public final class Defaults {
    private Defaults() {}

    /** The delivered keys and values. */
    public static Keys keys() {
        return with(Map.of());
    }

    /** The delivered keys and values with these in place of theirs. */
    public static Keys with(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>();
        Properties delivered = new Properties();
        try (InputStream file = Defaults.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            delivered.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delivered.stringPropertyNames().forEach(name -> values.put(name, delivered.getProperty(name)));
        values.putAll(changes);
        return GivenKeys.of(values);
    }
}

package org.gatehouse.config;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads keys of the configuration as values; each method throws {@link WrongSetting} for a value that it cannot use. */
@Dependent
public class Keys {
    private final Config config;

    @Inject
    public Keys(Config config) {
        this.config = config;
    }

    /** The value without surrounding blanks; empty where the key is absent or blank. */
    public Optional<String> optional(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The value, which must be there. */
    public String text(String key) {
        return optional(key).orElseThrow(() -> new WrongSetting(key, "needs a value"));
    }

    /** {@code true} or {@code false}, in any letter case, and nothing else: a misspelt switch must not read as off. */
    public boolean flag(String key) {
        String text = text(key);
        if (text.equalsIgnoreCase("true")) return true;
        if (text.equalsIgnoreCase("false")) return false;
        throw new WrongSetting(key, "must be true or false");
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int number(String key, int min, int max) {
        try {
            int number = Integer.parseInt(text(key));
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongSetting(key, "must be a whole number from " + min + " to " + max);
    }

    /** A duration in ISO 8601 form such as {@code PT5M}, from {@code min} to {@code max}, both included. */
    public Duration duration(String key, Duration min, Duration max) {
        try {
            Duration duration = Duration.parse(text(key));
            if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) return duration;
        } catch (DateTimeParseException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongSetting(key, "must be a duration like PT5M, from " + min + " to " + max);
    }

    /** An absolute {@code http} or {@code https} URL with a host, without user, query or fragment. */
    public URI url(String key) {
        try {
            URI url = new URI(text(key));
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) return url;
        } catch (URISyntaxException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongSetting(key, "must be an absolute http or https URL without user, query or fragment");
    }

    /** The path of a file that exists and can be read; empty where the key has no value. */
    public Optional<Path> file(String key) {
        return optional(key).map(text -> {
            try {
                Path path = Path.of(text);
                if (Files.isReadable(path) && !Files.isDirectory(path)) return path;
            } catch (InvalidPathException e) {
                // Answered below, with the same sentence.
            }
            throw new WrongSetting(key, "names a file that cannot be read");
        });
    }

    /** The path of a directory that exists and can be read; empty where the key has no value. */
    public Optional<Path> directory(String key) {
        return optional(key).map(text -> {
            try {
                Path path = Path.of(text);
                if (Files.isReadable(path) && Files.isDirectory(path)) return path;
            } catch (InvalidPathException e) {
                // Answered below, with the same sentence.
            }
            throw new WrongSetting(key, "names a directory that cannot be read");
        });
    }
}

package org.gatehouse.audit;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * How the trail is kept.
 *
 * @param checkpointEvery how often it is signed, if there is something new
 * @param checkpointFile where checkpoints are appended too
 * @param keep how long events are kept; for ever if empty
 */
record AuditSettings(Duration checkpointEvery, Optional<Path> checkpointFile, Optional<Duration> keep)
        implements Settings {
    static final String EVERY = "gatehouse.audit.checkpoint-every";
    static final String FILE = "gatehouse.audit.checkpoint-file";
    static final String KEEP = "gatehouse.audit.keep";

    static AuditSettings read(Keys keys) {
        return new AuditSettings(
                keys.duration(EVERY, Duration.ofSeconds(1), Duration.ofDays(1)),
                keys.optional(FILE).map(AuditSettings::file),
                keys.optional(KEEP).map(text -> keys.duration(KEEP, Duration.ofDays(30), Duration.ofDays(36_500))));
    }

    private static Path file(String text) {
        try {
            Path file = Path.of(text);
            Path folder = file.getParent();
            boolean writable = Files.exists(file)
                    ? Files.isWritable(file) && !Files.isDirectory(file)
                    : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
            if (file.isAbsolute() && writable) return file;
        } catch (InvalidPathException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongSetting(FILE, "must be the absolute path of a file that can be written");
    }
}

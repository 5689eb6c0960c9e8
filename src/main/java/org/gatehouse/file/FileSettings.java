package org.gatehouse.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * Settings of files.
 *
 * @param store where the contents of new files go
 * @param directory the directory of contents; empty where there is none
 * @param quota how much one account may have, in bytes
 */
record FileSettings(FileStore store, Optional<Path> directory, long quota) implements Settings {
    private static final String STORE = "gatehouse.file.store";
    private static final String DIRECTORY = "gatehouse.file.directory";

    static FileSettings read(Keys keys) {
        FileStore store = store(keys.text(STORE));
        Optional<Path> directory = keys.optional(DIRECTORY).map(FileSettings::directory);
        if (store == FileStore.DIRECTORY && directory.isEmpty()) {
            throw new WrongSetting(DIRECTORY, "needs a value, as " + STORE + " is " + store.text());
        }
        return new FileSettings(store, directory, keys.number("gatehouse.file.quota", Files.MAX_BYTES, 2_000_000_000));
    }

    private static FileStore store(String text) {
        return Arrays.stream(FileStore.values())
                .filter(store -> store.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongSetting(
                        STORE,
                        "must be one of "
                                + Arrays.stream(FileStore.values())
                                        .map(FileStore::text)
                                        .collect(Collectors.joining(", "))));
    }

    private static Path directory(String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute() && java.nio.file.Files.isDirectory(path) && java.nio.file.Files.isWritable(path))
                return path;
        } catch (InvalidPathException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongSetting(DIRECTORY, "must be the absolute path of a directory that this server can write to");
    }
}

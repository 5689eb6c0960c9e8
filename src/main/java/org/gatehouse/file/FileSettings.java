package org.gatehouse.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
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
 * @param directory the directory of contents
 * @param quota how much one account may have, in bytes
 * @param scanner where the virus scanner listens, not looked up; empty where there is none
 */
record FileSettings(FileStore store, Path directory, long quota, Optional<InetSocketAddress> scanner)
        implements Settings {
    private static final Logger LOG = System.getLogger(FileSettings.class.getName());
    private static final String STORE = "gatehouse.file.store";
    private static final String SCANNER = "gatehouse.file.scanner";
    private static final String DIRECTORY = "gatehouse.file.directory";

    static FileSettings read(Keys keys) {
        FileStore store = store(keys.text(STORE));
        Path directory = keys.optional(DIRECTORY).map(FileSettings::directory).orElseGet(FileSettings::temporary);
        if (store == FileStore.DATABASE && keys.text("gatehouse.db.url").startsWith("jdbc:h2:"))
            LOG.log(
                    Level.WARNING,
                    STORE + " is database, and that is H2, which large files wear out: better is directory");
        return new FileSettings(
                store,
                directory,
                keys.number("gatehouse.file.quota", Files.MAX_BYTES, 2_000_000_000),
                keys.optional(SCANNER).map(FileSettings::scanner));
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

    private static InetSocketAddress scanner(String text) {
        try {
            URI address = new URI("tcp://" + text);
            if (address.getPort() > 0
                    && address.getPort() <= 65_535
                    && text.equals(address.getRawAuthority())
                    && address.getUserInfo() == null)
                return InetSocketAddress.createUnresolved(address.getHost(), address.getPort());
        } catch (URISyntaxException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongSetting(SCANNER, "must be a host and a port, such as localhost:3310");
    }

    /** Where contents are while nobody said where: a place that may be emptied, as the database may that is in memory. */
    private static Path temporary() {
        Path path =
                Path.of(System.getProperty("java.io.tmpdir"), "gatehouse-files").toAbsolutePath();
        try {
            java.nio.file.Files.createDirectories(path);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot be made", e);
        }
        return directory(path.toString());
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

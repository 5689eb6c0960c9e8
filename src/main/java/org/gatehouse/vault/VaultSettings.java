package org.gatehouse.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * The master key as the operator gave it, in the configuration or in a file.
 *
 * @param masterKey 32 bytes
 */
record VaultSettings(SecretKey masterKey) implements Settings {
    static final String KEY = "gatehouse.master-key";
    static final String FILE = "gatehouse.master-key-file";
    private static final int MOST_FILE_BYTES = 1_024;

    static VaultSettings read(Keys keys) {
        Optional<String> given = keys.optional(KEY);
        Optional<Path> file = keys.file(FILE);
        if (given.isPresent() && file.isPresent()) throw new WrongSetting(KEY, "has a value, and so has " + FILE);
        if (given.isPresent()) return new VaultSettings(key(KEY, given.get()));
        if (file.isPresent()) return new VaultSettings(key(FILE, content(file.get())));
        throw new WrongSetting(KEY, "needs 32 random bytes in base64 (openssl rand -base64 32), here or in " + FILE);
    }

    private static String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_FILE_BYTES), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new WrongSetting(FILE, "names a file that cannot be read");
        }
    }

    private static SecretKey key(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The decoder's own message shows a character of the key.
            throw new WrongSetting(name, "must be base64");
        }
        if (bytes.length != MasterKey.BYTES) {
            throw new WrongSetting(name, "must be " + MasterKey.BYTES + " bytes in base64, and is " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "master key";
    }
}

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
 * The master key as the operator gave it, in the configuration or in a file; and while it changes, the other one (docs/operations.md).
 *
 * @param masterKey 32 bytes
 * @param before the master key that was: what is sealed under it is sealed anew
 * @param next the master key that will be: what other nodes seal under it opens
 */
record VaultSettings(SecretKey masterKey, Optional<SecretKey> before, Optional<SecretKey> next) implements Settings {
    static final String KEY = "gatehouse.master-key";
    static final String BEFORE = "gatehouse.master-key-before";
    static final String NEXT = "gatehouse.master-key-next";
    private static final String FILE = "-file";
    private static final int MOST_FILE_BYTES = 1_024;

    static VaultSettings read(Keys keys) {
        Optional<SecretKey> masterKey = given(keys, KEY);
        Optional<SecretKey> before = given(keys, BEFORE);
        Optional<SecretKey> next = given(keys, NEXT);
        if (masterKey.isEmpty()) {
            throw new WrongSetting(
                    KEY, "needs 32 random bytes in base64 (openssl rand -base64 32), here or in " + KEY + FILE);
        }
        if (before.equals(masterKey)) throw new WrongSetting(BEFORE, "is the same as " + KEY);
        if (next.equals(masterKey)) throw new WrongSetting(NEXT, "is the same as " + KEY);
        // Nodes of which some change to a key and others away from it would seal the same rows anew without end.
        if (before.isPresent() && next.isPresent()) throw new WrongSetting(NEXT, "has a value, and so has " + BEFORE);
        return new VaultSettings(masterKey.get(), before, next);
    }

    private static Optional<SecretKey> given(Keys keys, String name) {
        Optional<String> text = keys.optional(name);
        Optional<Path> file = keys.file(name + FILE);
        if (text.isPresent() && file.isPresent()) {
            throw new WrongSetting(name, "has a value, and so has " + name + FILE);
        }
        return text.isPresent()
                ? text.map(base64 -> key(name, base64))
                : file.map(path -> key(name + FILE, content(name + FILE, path)));
    }

    private static String content(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_FILE_BYTES), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new WrongSetting(name, "names a file that cannot be read");
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

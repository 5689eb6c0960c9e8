package org.gatehouse.vault;

import jakarta.enterprise.context.Dependent;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one source of randomness: a {@link SecureRandom} of the platform. */
@Dependent
public class Randomness {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** So many new random bytes. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A new secret of 256 random bits. */
    public Secret secret() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    /** A new identifier of 128 random bits: 32 lower-case hex digits. Unique, and not secret. */
    public String id() {
        return HexFormat.of().formatHex(bytes(16));
    }

    /** Whether a text that someone sent has the form of an {@link #id}. No other is asked for: PostgreSQL does not take every text. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}

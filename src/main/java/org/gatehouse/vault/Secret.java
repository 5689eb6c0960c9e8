package org.gatehouse.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bearer secret of 256 random bits, such as the value of a cookie. It is shown to its holder once and stored as {@link #hash()} only:
 * a secret of full entropy needs no slow hash (OWASP ASVS 5.0, 11.4).
 *
 * @param text 43 characters of base64url
 */
public record Secret(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Secret {
        if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not a secret");
    }

    /** The secret of this text; empty where the text has not its form. */
    public static Optional<Secret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** SHA-256 of the text, 64 lower-case hex digits: what is stored and looked up. */
    public String hash() {
        return Digests.sha256(text);
    }

    /**
     * A value that follows from this secret and a purpose, from which the secret cannot be found: HMAC-SHA-256.
     *
     * @param purpose what the value is for; two purposes give independent values
     * @return 32 bytes
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(text), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Never the secret itself: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "secret " + HexFormat.of().formatHex(derive("log"), 0, 4);
    }
}

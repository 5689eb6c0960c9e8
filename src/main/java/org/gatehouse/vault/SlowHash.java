package org.gatehouse.vault;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The hash of a secret that people may have chosen: Argon2id (RFC 9106), slow on purpose. With the parameters that OWASP's password storage cheat sheet
 * names one computation takes 19 MiB and some tens of milliseconds, so callers bound how many run at once.
 */
@Dependent
public class SlowHash {
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Randomness randomness;

    @Inject
    public SlowHash(Randomness randomness) {
        this.randomness = randomness;
    }

    /**
     * The hash of a secret under a new salt.
     *
     * @return the PHC string: algorithm, version, parameters, salt and hash, at most 120 characters
     */
    public String hash(String secret) {
        byte[] salt = randomness.bytes(SALT_BYTES);
        byte[] hash = compute(secret, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * Whether a hash is that of this secret. Compares in constant time.
     *
     * @param phc what {@link #hash} gave, now or under other parameters
     * @throws IllegalArgumentException if it has not the form of such a hash; the message does not repeat it
     */
    public boolean verify(String secret, String phc) {
        Matcher parts = FORM.matcher(phc);
        if (!parts.matches()) throw new IllegalArgumentException("not a PHC string of Argon2id");
        byte[] wanted = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        int kibibytes = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        return MessageDigest.isEqual(wanted, compute(secret, salt, kibibytes, passes, lanes, wanted.length));
    }

    private static byte[] compute(String secret, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}

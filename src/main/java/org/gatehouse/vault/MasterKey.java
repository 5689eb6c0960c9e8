package org.gatehouse.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets before they are stored, with AES-256-GCM (NIST SP 800-38D) under a key that is derived from the master key; and authenticates, under
 * another, what we hand out and read again.
 *
 * <p>A sealed text is base64url of: version (1 byte), id of the master key (4 bytes), nonce (12 random bytes), ciphertext, tag (16 bytes).
 * Version and id are authenticated too. The id tells which rows still wait to be sealed under a new master key; it is an HMAC and gives nothing of the
 * key away.
 *
 * <p>While the master key changes there are two (docs/operations.md): what was sealed or authenticated under either is
 * taken, and everything new is under the one.
 */
public final class MasterKey {
    /** How long a master key is, in bytes. */
    public static final int BYTES = 32;

    /** How many characters of a sealed text tell the master key: version and 28 bits of the id. */
    public static final int HEAD_CHARACTERS = 6;

    private static final byte VERSION = 1;
    private static final int ID_BYTES = 4;
    private static final int HEAD_BYTES = 1 + ID_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Randomness randomness;
    private final Derived main;
    private final Optional<Derived> before;
    private final Optional<Derived> next;

    /**
     * The only key there is.
     *
     * @param key {@value #BYTES} random bytes
     * @throws IllegalArgumentException if they are more or fewer
     */
    public MasterKey(byte[] key, Randomness randomness) {
        this(key, Optional.empty(), Optional.empty(), randomness);
    }

    /**
     * A key that takes the place of another, or will.
     *
     * @param key seals and opens
     * @param before opens what was sealed until now, and is sealed anew under {@code key}
     * @param next opens what other nodes seal already
     * @throws IllegalArgumentException if one has not {@value #BYTES} bytes
     */
    public MasterKey(byte[] key, Optional<byte[]> before, Optional<byte[]> next, Randomness randomness) {
        this.randomness = randomness;
        this.main = Derived.of(key);
        this.before = before.map(Derived::of);
        this.next = next.map(Derived::of);
    }

    /**
     * How a text begins that waits to be sealed anew, because it was sealed under the master key that was; empty where none is given.
     *
     * @return {@value #HEAD_CHARACTERS} characters
     */
    public Optional<String> headBefore() {
        return before.map(MasterKey::text);
    }

    /**
     * Seals for the same place what was sealed before.
     *
     * @throws SealBroken as {@link #open}
     */
    public String reseal(String sealed, String place) {
        return seal(open(sealed, place), place);
    }

    /**
     * Encrypts a secret.
     *
     * @param place where the result will be kept, such as {@code signing_key:} and the row's id: it opens for the same place only, so that nobody who
     *     can write to the database can pass one row's secret off as another's
     * @return text of {@code A-Za-z0-9_-}, 44 characters and four for each three bytes of the secret
     */
    public String seal(byte[] secret, String place) {
        byte[] head = main.head;
        byte[] nonce = randomness.bytes(NONCE_BYTES);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, main, place).doFinal(secret);
            byte[] sealed = ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + ciphertext.length)
                    .put(head)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Decrypts what {@link #seal} gave for the same place.
     *
     * @throws SealBroken if it was changed, belongs to another place or was sealed under another master key; the message says which and shows no secret
     */
    public byte[] open(String sealed, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(decode(sealed, place));
        byte[] head = take(buffer, HEAD_BYTES);
        Derived key = ours(head, place);
        byte[] nonce = take(buffer, NONCE_BYTES);
        byte[] ciphertext = take(buffer, buffer.remaining());
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, key, place).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new SealBroken(place + " was changed since it was sealed, or was sealed for another place", true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Authenticates what we hand out and read again ourselves, for a short time: HMAC-SHA-256 (RFC 2104) under a key of this purpose.
     *
     * @param purpose what the data is for; a MAC for one purpose never verifies for another
     * @return 32 bytes
     */
    public byte[] mac(byte[] data, String purpose) {
        return main.mac(data, purpose);
    }

    /**
     * Whether {@link #mac} gave this for the same data and purpose, on any node: under this master key, the one before or the next. Compares in constant
     * time.
     *
     * @param mac what someone sent; of any length
     */
    public boolean verifies(byte[] mac, byte[] data, String purpose) {
        return keys().anyMatch(key -> MessageDigest.isEqual(key.mac(data, purpose), mac));
    }

    private static byte[] decode(String sealed, String place) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length >= HEAD_BYTES + NONCE_BYTES + TAG_BYTES) return bytes;
        } catch (IllegalArgumentException e) {
            // Answered below, with the same sentence.
        }
        throw new SealBroken(place + " has not the form of something sealed", true);
    }

    private Derived ours(byte[] head, String place) {
        if (head[0] != VERSION)
            throw new SealBroken(place + " was sealed in version " + head[0] + ", which is unknown", false);
        return keys().filter(key -> Arrays.equals(head, key.head))
                .findFirst()
                .orElseThrow(() -> new SealBroken(
                        place + " was sealed under master key " + HexFormat.of().formatHex(head, 1, HEAD_BYTES)
                                + ", and this is " + this,
                        false));
    }

    private Stream<Derived> keys() {
        return Stream.of(Optional.of(main), before, next).flatMap(Optional::stream);
    }

    private static String text(Derived key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.head).substring(0, HEAD_CHARACTERS);
    }

    private static Cipher cipher(int mode, byte[] nonce, Derived key, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.sealing, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(key.head);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] derive(byte[] key, String purpose) {
        return hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The ids alone. */
    @Override
    public String toString() {
        return "master key " + main
                + before.map(key -> ", before it " + key).orElse("")
                + next.map(key -> ", next " + key).orElse("");
    }

    /** What follows from one master key: its sealing key, the head of what is sealed under it, and the key of which each purpose's MAC key follows. */
    private static final class Derived {
        final SecretKey sealing;
        final byte[] head;
        final byte[] authenticating;

        Derived(SecretKey sealing, byte[] head, byte[] authenticating) {
            this.sealing = sealing;
            this.head = head;
            this.authenticating = authenticating;
        }

        static Derived of(byte[] key) {
            if (key.length != BYTES) throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
            byte[] id = Arrays.copyOf(derive(key, "gatehouse master key id"), ID_BYTES);
            return new Derived(
                    new SecretKeySpec(derive(key, "gatehouse sealing key, version 1"), "AES"),
                    ByteBuffer.allocate(HEAD_BYTES).put(VERSION).put(id).array(),
                    derive(key, "gatehouse authenticating key, version 1"));
        }

        byte[] mac(byte[] data, String purpose) {
            return hmac(derive(authenticating, purpose), data);
        }

        /** The id alone. */
        @Override
        public String toString() {
            return HexFormat.of().formatHex(head, 1, HEAD_BYTES);
        }
    }
}

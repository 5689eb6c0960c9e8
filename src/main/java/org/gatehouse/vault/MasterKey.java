package org.gatehouse.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets before they are stored, with AES-256-GCM (NIST SP 800-38D) under a key that is derived from the master key.
 *
 * <p>A sealed text is base64url of: version (1 byte), id of the master key (4 bytes), nonce (12 random bytes), ciphertext, tag (16 bytes).
 * Version and id are authenticated too. The id tells a later release which rows still wait to be sealed under a new master key; it is an HMAC and gives
 * nothing of the key away.
 */
public final class MasterKey {
    /** How long a master key is, in bytes. */
    public static final int BYTES = 32;

    private static final byte VERSION = 1;
    private static final int ID_BYTES = 4;
    private static final int HEAD_BYTES = 1 + ID_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Randomness randomness;
    private final SecretKey sealing;
    private final byte[] id;

    /**
     * @param key {@value #BYTES} random bytes
     * @throws IllegalArgumentException if they are more or fewer
     */
    public MasterKey(byte[] key, Randomness randomness) {
        if (key.length != BYTES) throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
        this.randomness = randomness;
        this.sealing = new SecretKeySpec(derive(key, "gatehouse sealing key, version 1"), "AES");
        this.id = Arrays.copyOf(derive(key, "gatehouse master key id"), ID_BYTES);
    }

    /**
     * Encrypts a secret.
     *
     * @param place where the result will be kept, such as {@code signing_key:} and the row's id: it opens for the same place only, so that nobody who
     *     can write to the database can pass one row's secret off as another's
     * @return text of {@code A-Za-z0-9_-}, 44 characters and four for each three bytes of the secret
     */
    public String seal(byte[] secret, String place) {
        byte[] head = head();
        byte[] nonce = randomness.bytes(NONCE_BYTES);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, head, place).doFinal(secret);
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
        requireOurs(head, place);
        byte[] nonce = take(buffer, NONCE_BYTES);
        byte[] ciphertext = take(buffer, buffer.remaining());
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, head, place).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new SealBroken(place + " was changed since it was sealed, or was sealed for another place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static byte[] decode(String sealed, String place) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length >= HEAD_BYTES + NONCE_BYTES + TAG_BYTES) return bytes;
        } catch (IllegalArgumentException e) {
            // Answered below, with the same sentence.
        }
        throw new SealBroken(place + " has not the form of something sealed");
    }

    private void requireOurs(byte[] head, String place) {
        if (head[0] != VERSION)
            throw new SealBroken(place + " was sealed in version " + head[0] + ", which is unknown");
        if (!Arrays.equals(head, head())) {
            HexFormat hex = HexFormat.of();
            throw new SealBroken(place + " was sealed under master key " + hex.formatHex(head, 1, HEAD_BYTES)
                    + ", and this is master key " + hex.formatHex(id));
        }
    }

    private byte[] head() {
        return ByteBuffer.allocate(HEAD_BYTES).put(VERSION).put(id).array();
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] head, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] take(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] derive(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "master key " + HexFormat.of().formatHex(id);
    }
}

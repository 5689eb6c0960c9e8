package org.gatehouse.file;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts the content of one file: the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, 2015) as Tink has it, AES-256-GCM in segments of
 * {@value #SEGMENT} bytes under a key that HKDF makes from the file's own. Segments that were changed, moved, repeated or left out are found, those at the
 * end too.
 */
final class FileCipher {
    /** How long a key is, in bytes. */
    static final int KEY_BYTES = 32;

    private static final int SEGMENT = 64 * 1024;

    private final AesGcmHkdfStreaming stream;
    private final byte[] place;

    /**
     * @param key {@value #KEY_BYTES} random bytes, for this file alone
     * @param place whose content it is: what was encrypted for one file does not open for another
     */
    FileCipher(byte[] key, String place) {
        try {
            this.stream = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key", e);
        }
        this.place = place.getBytes(StandardCharsets.UTF_8);
    }

    /** Encrypts all of it; closes neither. */
    void encrypt(InputStream plain, OutputStream sealed) throws IOException {
        try {
            OutputStream encrypting = stream.newEncryptingStream(new Unclosed(sealed), place);
            plain.transferTo(encrypting);
            // Only now, and not where the content breaks off: this writes the last segment, which says that it is the
            // last.
            encrypting.close();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Decrypts while it is read; a read throws {@link IOException} where the content is not what was encrypted. Closing closes both. */
    InputStream decrypt(InputStream sealed) throws IOException {
        try {
            return stream.newDecryptingStream(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Tink closes what it writes to; here it is the store that says when a content is whole. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream sealed) {
            super(sealed);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

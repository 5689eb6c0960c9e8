package org.gatehouse.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.vault.Digests;
import org.jspecify.annotations.Nullable;

/** The audit key, opened once: what is keyed in the trail is HMAC-SHA-256 (RFC 2104) under it, as 64 lower-case hex digits. It outlasts a master key. */
final class AuditKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<byte[]> stored;
    private volatile @Nullable SecretKeySpec opened;

    /** The key that is stored there: 32 bytes. */
    AuditKey(Supplier<byte[]> stored) {
        this.stored = stored;
    }

    /** Of the text of an event that is not chained. */
    String mac(String text) {
        return hmac("event:" + text);
    }

    /** Of the place and the hash of an event that is chained. */
    String mac(long number, String hash) {
        return hmac("chained:" + number + ":" + hash);
    }

    /** Of what a checkpoint says. */
    String mac(Checkpoint checkpoint) {
        return hmac("checkpoint:" + checkpoint.number() + ":" + checkpoint.hash() + ":"
                + checkpoint.at().getEpochSecond() + ":" + checkpoint.cut());
    }

    /** Of what an event concerns: the same for all events that concern it. */
    String subject(String subject) {
        return subjectOfHash(Digests.sha256(subject));
    }

    /** The same, of what stood in the trail before it had a key: SHA-256, in hex. */
    String subjectOfHash(String sha256) {
        return hmac("subject:" + sha256);
    }

    /** Of a remote address. */
    String origin(String address) {
        return hmac("origin:" + address);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = opened;
        if (known == null) {
            known = new SecretKeySpec(stored.get(), ALGORITHM);
            opened = known;
        }
        return known;
    }
}

package org.gatehouse.it;

import fr.acinq.secp256k1.Secp256k1;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/** An Idena wallet: a key that signs as the real apps do, with another implementation of the curve than the one under test. */
public final class FakeWallet {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Secp256k1 CURVE = Secp256k1.get();
    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private final byte[] key;
    private final byte[] publicKey;

    private FakeWallet(byte[] key) {
        this.key = key;
        this.publicKey = CURVE.pubkeyCreate(key);
    }

    /** A wallet with a new key. */
    public static FakeWallet create() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new FakeWallet(key);
    }

    /** The wallet with this key, 32 bytes. */
    static FakeWallet of(byte[] key) {
        return new FakeWallet(key.clone());
    }

    /** The wallet that administers the Gatehouse under test. */
    public static FakeWallet administrator() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 0xad);
        return new FakeWallet(key);
    }

    /** As clients send it: 0x and 40 lower-case hex digits. */
    public String address() {
        byte[] hash = keccak(publicKey());
        return "0x" + HexFormat.of().formatHex(hash, 12, 32);
    }

    /** x and y of the public key: 64 bytes. */
    byte[] publicKey() {
        return Arrays.copyOfRange(publicKey, 1, 65);
    }

    /** Signs as the Idena apps do: keccak256(keccak256(nonce)), r || s || recovery id, low s. */
    public String sign(String nonce) {
        return "0x" + HexFormat.of().formatHex(signature(doubleHash(nonce)));
    }

    /** The same signature's twin with a high s, which recovers the same address. */
    String signHigh(String nonce) {
        return "0x" + HexFormat.of().formatHex(twin(signature(doubleHash(nonce))));
    }

    /** The twin of a signature, with n - s in place of s. */
    static byte[] twin(byte[] given) {
        byte[] signature = given.clone();
        byte[] high = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        System.arraycopy(high, high.length - 32, signature, 32, 32);
        signature[64] ^= 1;
        return signature;
    }

    /** The signature of a hash: r || s || recovery id, low s. */
    byte[] signature(byte[] hash) {
        byte[] compact = CURVE.sign(hash, key, null);
        byte[] signature = Arrays.copyOf(compact, 65);
        for (byte id = 0; id < 2; id++) {
            signature[64] = id;
            if (Arrays.equals(CURVE.ecdsaRecover(compact, hash, id), publicKey)) return signature;
        }
        throw new IllegalStateException("no recovery id gives the key");
    }

    private static byte[] doubleHash(String nonce) {
        return keccak(keccak(nonce.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] keccak(byte[] bytes) {
        return new Keccak.Digest256().digest(bytes);
    }
}

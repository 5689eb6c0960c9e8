package org.gatehouse.wallet;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;
import static org.gatehouse.wallet.Curve.HALF_N;
import static org.gatehouse.wallet.Curve.N;
import static org.gatehouse.wallet.Curve.P;
import static org.gatehouse.wallet.Curve.hash;
import static org.gatehouse.wallet.Curve.number;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BouncyCastleEngineTest {
    private static final byte[] HASH = Keccak256.hash(new byte[] {42});
    private static final byte[] SECRET = Keccak256.hash(new byte[] {43});

    private final BouncyCastleEngine engine = new BouncyCastleEngine();

    static Stream<BigInteger> unusualHashes() {
        return Stream.of(
                ZERO, ONE, N.subtract(ONE), N, N.add(ONE), ONE.shiftLeft(256).subtract(ONE));
    }

    @ParameterizedTest
    @MethodSource("unusualHashes")
    void theSignerOfAnUnusualHashIsFound(BigInteger value) {
        byte[] signature = LibSecp256k1.sign(hash(value), SECRET);
        PublicKey key = engine.recover(hash(value), parse(signature)).orElseThrow();
        assertArrayEquals(LibSecp256k1.publicKey(SECRET), key.bytes());
    }

    @Test
    void aHashIsTakenModuloTheOrder() {
        Signature signature = parse(LibSecp256k1.sign(hash(ZERO), SECRET));
        assertEquals(engine.recover(hash(ZERO), signature), engine.recover(hash(N), signature));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 31, 33, 64})
    void aHashIsThirtyTwoBytes(int length) {
        Signature signature = new Signature(ONE, ONE, 0);
        assertThrows(IllegalArgumentException.class, () -> engine.recover(new byte[length], signature));
    }

    /** 5, 7, 9 and n - 1 have no square root of x^3 + 7. */
    static Stream<BigInteger> withoutAPoint() {
        return Stream.of(number(5), number(7), number(9), N.subtract(ONE));
    }

    @ParameterizedTest
    @MethodSource("withoutAPoint")
    void anRThatIsTheXOfNoPointHasNoSigner(BigInteger r) {
        assertEquals(Optional.empty(), engine.recover(HASH, new Signature(r, ONE, 0)));
        assertEquals(Optional.empty(), engine.recover(HASH, new Signature(r, ONE, 1)));
    }

    /** Both ends of what r and s may be, and both sides of p - n, below which r + n is a coordinate too. */
    static Stream<Signature> onTheEdge() {
        BigInteger gap = P.subtract(N);
        Stream<BigInteger> rs = Stream.of(
                ONE,
                number(2),
                gap.subtract(number(3)),
                gap.subtract(ONE),
                gap,
                gap.add(ONE),
                N.subtract(number(2)),
                N.subtract(ONE));
        return rs.flatMap(
                r -> Stream.of(ONE, HALF_N).flatMap(s -> Stream.of(0, 1).map(id -> new Signature(r, s, id))));
    }

    @ParameterizedTest
    @MethodSource("onTheEdge")
    void aSignatureOnTheEdgeHasTheSignerThatTheOtherImplementationFinds(Signature signature) {
        byte[] bytes = bytes(signature.r(), signature.s());
        Optional<byte[]> other = LibSecp256k1.recover(HASH, bytes, signature.recoveryId());
        assertEquals(other.map(PublicKey::of), engine.recover(HASH, signature));
    }

    /** n + 2 is the x of a point, and so is 2: the id alone says which of them an r of 2 is. */
    @Test
    void anXOfTheOrderOrMoreIsNeverTried() {
        byte[] bytes = bytes(number(2), ONE);
        for (int id : new int[] {2, 3}) {
            PublicKey signer =
                    LibSecp256k1.recover(HASH, bytes, id).map(PublicKey::of).orElseThrow();
            String text = Curve.signature(number(2), ONE, id);
            assertThrows(IllegalArgumentException.class, () -> Signature.parse(text));
            Signature twoLess = new Signature(number(2), ONE, id - 2);
            assertNotEquals(Optional.of(signer), engine.recover(HASH, twoLess));
            assertTrue(engine.recover(HASH, twoLess).isPresent());
        }
    }

    /** With R = k G and s = e / k the signer would be (s R - e G) / r, which is infinity: nobody. */
    @Test
    void aSignatureWhoseSignerWouldBeInfinityHasNone() {
        BigInteger k = new BigInteger(1, SECRET).mod(N);
        byte[] point = LibSecp256k1.publicKey(hash(k));
        BigInteger r = new BigInteger(1, point, 0, 32).mod(N);
        BigInteger s = new BigInteger(1, HASH).multiply(k.modInverse(N)).mod(N);
        int id = point[63] & 1;
        Signature signature =
                s.compareTo(HALF_N) > 0 ? new Signature(r, N.subtract(s), 1 - id) : new Signature(r, s, id);
        assertEquals(Optional.empty(), engine.recover(HASH, signature));
        Signature other = new Signature(r, signature.s(), 1 - signature.recoveryId());
        assertTrue(engine.recover(HASH, other).isPresent());
    }

    /** R = G and s = 1, over a hash of 0, is signed by G / r: the sum has one term only. */
    @Test
    void aSumOfOneTermIsFound() {
        BigInteger x = Secp256k1.G.getAffineXCoord().toBigInteger();
        PublicKey expected = new PublicKey(Secp256k1.G.multiply(x.modInverse(N)).normalize());
        assertEquals(Optional.of(expected), engine.recover(hash(ZERO), new Signature(x, ONE, 0)));
    }

    private static byte[] bytes(BigInteger r, BigInteger s) {
        return HexFormat.of().parseHex(Curve.signature(r, s, 0), 2, 130);
    }

    private static Signature parse(byte[] signature) {
        return Signature.parse(Vectors.hex(signature));
    }
}

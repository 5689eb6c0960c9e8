package org.gatehouse.wallet;

import static java.util.Arrays.copyOfRange;
import static net.jqwik.api.Arbitraries.randomValue;
import static org.gatehouse.wallet.Curve.HALF_N;
import static org.gatehouse.wallet.Curve.N;
import static org.gatehouse.wallet.Curve.P;
import static org.gatehouse.wallet.Curve.hash;
import static org.gatehouse.wallet.Curve.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.bouncycastle.util.Arrays;

/**
 * On 100,000 signatures, good and bad, we accept those that libsecp256k1 accepts and our strictness leaves, and name
 * the same signer. Each sample is a hash of 32 bytes and 65 bytes that may be a signature of it.
 */
class SameAnswerAsLibSecp256k1Test {
    private static final int S = 32 + 32;
    private static final int V = 32 + 64;
    private static final byte[] VS = {0, 1, 27, 28};
    private static final BigInteger TOP = BigInteger.ONE.shiftLeft(256);
    private static final List<BigInteger> EDGES = List.of(
            BigInteger.ZERO, BigInteger.ONE.shiftLeft(128), P.subtract(N), HALF_N, N.subtract(P.subtract(N)), N, P);

    private final BouncyCastleEngine engine = new BouncyCastleEngine();

    @Property(tries = 30_000, shrinking = ShrinkingMode.OFF)
    void genuineSignatures(@ForAll("genuine") byte[] sample) {
        assertTrue(sameAnswer(sample).isPresent());
    }

    @Property(tries = 30_000, shrinking = ShrinkingMode.OFF)
    void signaturesOrHashesWithOneBitChanged(@ForAll("oneBitChanged") byte[] sample) {
        sameAnswer(sample);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void theOtherSignatureOfTheSameMessage(@ForAll("highTwin") byte[] sample) {
        assertTrue(sameAnswer(sample).isEmpty());
    }

    @Property(tries = 15_000, shrinking = ShrinkingMode.OFF)
    void numbersAtTheEdges(@ForAll("edges") byte[] sample) {
        sameAnswer(sample);
    }

    @Property(tries = 15_000, shrinking = ShrinkingMode.OFF)
    void noise(@ForAll("noise") byte[] sample) {
        sameAnswer(sample);
    }

    private Optional<String> sameAnswer(byte[] sample) {
        byte[] hash = copyOfRange(sample, 0, 32);
        byte[] signature = copyOfRange(sample, 32, 97);
        Optional<String> ours = recover(hash, Vectors.hex(signature));
        assertEquals(LibSecp256k1.recoverStrictly(hash, signature).map(Vectors::hex), ours, () -> Vectors.hex(sample));
        return ours;
    }

    private Optional<String> recover(byte[] hash, String text) {
        Signature signature;
        try {
            signature = Signature.parse(text);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
        return engine.recover(hash, signature).map(PublicKey::toString);
    }

    @Provide
    Arbitrary<byte[]> genuine() {
        return randomValue(SameAnswerAsLibSecp256k1Test::sign);
    }

    @Provide
    Arbitrary<byte[]> oneBitChanged() {
        return randomValue(random -> {
            byte[] sample = sign(random);
            int bit = random.nextInt(sample.length * Byte.SIZE);
            sample[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            return sample;
        });
    }

    @Provide
    Arbitrary<byte[]> highTwin() {
        return randomValue(random -> {
            byte[] sample = sign(random);
            byte[] twin = hash(N.subtract(new BigInteger(1, sample, S, 32)));
            return Arrays.concatenate(copyOfRange(sample, 0, S), twin, new byte[] {v(random)});
        });
    }

    @Provide
    Arbitrary<byte[]> edges() {
        return randomValue(random ->
                Arrays.concatenate(nearAnEdge(random), nearAnEdge(random), nearAnEdge(random), new byte[] {v(random)}));
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return randomValue(random -> {
            byte[] sample = bytes(random, 97);
            // Three in four have an s and a v that pass, and so reach the arithmetic.
            if (random.nextInt(4) != 0) {
                sample[S] &= 0x3f;
                sample[V] = v(random);
            }
            return sample;
        });
    }

    private static byte[] sign(Random random) {
        byte[] secret = Stream.generate(() -> bytes(random, 32))
                .filter(LibSecp256k1::isSecret)
                .findFirst()
                .orElseThrow();
        byte[] hash = bytes(random, 32);
        byte[] sample = Arrays.concatenate(hash, LibSecp256k1.sign(hash, secret));
        sample[V] = VS[sample[V] + 2 * random.nextInt(2)];
        return sample;
    }

    private static byte[] nearAnEdge(Random random) {
        return hash(EDGES.get(random.nextInt(EDGES.size()))
                .add(number(random.nextInt(17) - 8))
                .mod(TOP));
    }

    private static byte v(Random random) {
        return VS[random.nextInt(VS.length)];
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

package org.gatehouse.wallet;

import static org.gatehouse.wallet.Secp256k1.CURVE;
import static org.gatehouse.wallet.Secp256k1.G;
import static org.gatehouse.wallet.Secp256k1.N;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Recovery in Java, wherever a JVM runs. It uses no security provider: servers register a Bouncy Castle of their own. */
public final class BouncyCastleEngine implements RecoveryEngine {

    @Override
    public Optional<PublicKey> recover(byte[] hash, Signature signature) {
        if (hash.length != Keccak256.BYTES) {
            throw new IllegalArgumentException("A hash is 32 bytes");
        }
        // With the ids 0 and 1 the x of the point is r itself, which is less than n and so than the field's prime.
        return point(signature.r(), signature.recoveryId() == 1)
                .map(point -> signer(new BigInteger(1, hash), signature, point))
                .filter(signer -> !signer.isInfinity())
                .map(PublicKey::new);
    }

    /** The point with this x and a y of this parity (SEC 1 section 2.3.4), or nothing: half of all x have no point. */
    private static Optional<ECPoint> point(BigInteger r, boolean oddY) {
        ECFieldElement x = CURVE.fromBigInteger(r);
        ECFieldElement y = x.square().multiply(x).add(CURVE.getB()).sqrt();
        if (y == null) {
            return Optional.empty();
        }
        // y is never 0, because the order of the curve is odd: y and -y differ in parity.
        ECFieldElement wanted = y.testBitZero() == oddY ? y : y.negate();
        return Optional.of(CURVE.createPoint(r, wanted.toBigInteger()));
    }

    /** (s R - e G) / r, as one sum of two multiplications, which fails if the sum is not on the curve. */
    private static ECPoint signer(BigInteger e, Signature signature, ECPoint point) {
        // Not in constant time: the signature and its hash are public.
        BigInteger inverse = BigIntegers.modOddInverseVar(N, signature.r());
        BigInteger timesG = e.negate().multiply(inverse).mod(N);
        BigInteger timesPoint = signature.s().multiply(inverse).mod(N);
        return ECAlgorithms.sumOfTwoMultiplies(G, timesG, point, timesPoint).normalize();
    }
}

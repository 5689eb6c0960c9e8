package org.gatehouse.wallet;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** The curve of SEC 2 section 2.4.1, on field arithmetic made for it: a fifth of the cost of the generic one. */
final class Secp256k1 {
    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");

    static final ECCurve CURVE = PARAMETERS.getCurve();

    /** The generator. */
    static final ECPoint G = PARAMETERS.getG();

    /** The order of the generator and, the cofactor being 1, of each point but infinity. It is less than the field. */
    static final BigInteger N = PARAMETERS.getN();

    private Secp256k1() {}
}

package org.gatehouse.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How a token is signed (RFC 7518 section 3.1): these and no others, never {@code none} and never a symmetric algorithm. */
public enum SigningAlgorithm {
    /** RSA with SHA-256 and keys of 2048 bits: what every Java server checks without configuration, hence the default. */
    RS256 {
        @Override
        JWK pair() throws JOSEException {
            return rsa(2048);
        }
    },

    /** ECDSA on P-256 with SHA-256. */
    ES256 {
        @Override
        JWK pair() throws JOSEException {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(jws())
                    .keyIDFromThumbprint(true)
                    .generate();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            ECKey ec = key.toECKey();
            ECDSASigner signer = new ECDSASigner(ec.toECPrivateKey(BOUNCY_CASTLE));
            signer.getJCAContext().setProvider(BOUNCY_CASTLE);
            return signer;
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            ECKey ec = key.toECKey();
            ECDSAVerifier verifier = new ECDSAVerifier(ec.toECPublicKey(BOUNCY_CASTLE));
            verifier.getJCAContext().setProvider(BOUNCY_CASTLE);
            return verifier;
        }
    },

    /** RSA with SHA-512 and keys of 4096 bits: the only way of signing without a shared secret that SelfKey's own library for servers takes. */
    RS512 {
        @Override
        JWK pair() throws JOSEException {
            return rsa(4096);
        }
    };

    // An instance of our own, never registered: a server may have registered another release under the same name. The
    // JDK's own ECDSA takes
    // several times as long.
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    /** As a token's header names it. */
    JWSAlgorithm jws() {
        return JWSAlgorithm.parse(name());
    }

    /** A new key pair whose kid is its RFC 7638 thumbprint. */
    JWK generate() {
        try {
            return pair();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform can make keys for " + this, e);
        }
    }

    abstract JWK pair() throws JOSEException;

    /** A pair for RSA with a modulus of so many bits. */
    JWK rsa(int bits) throws JOSEException {
        return new RSAKeyGenerator(bits)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(jws())
                .keyIDFromThumbprint(true)
                .generate();
    }

    /** Signs with the private half of a key of this algorithm, RSA unless it says otherwise; may be used by many threads. */
    JWSSigner signer(JWK key) throws JOSEException {
        return new RSASSASigner(key.toRSAKey());
    }

    /** Checks with the public half of a key of this algorithm, RSA unless it says otherwise; may be used by many threads. */
    JWSVerifier verifier(JWK key) throws JOSEException {
        return new RSASSAVerifier(key.toRSAKey());
    }

    /** The algorithm of this name; empty where it is none of ours. */
    static Optional<SigningAlgorithm> named(String name) {
        return of(JWSAlgorithm.parse(name));
    }

    /** The algorithm that a token's header names; empty where it is none of ours. */
    static Optional<SigningAlgorithm> of(JWSAlgorithm jws) {
        for (SigningAlgorithm algorithm : values()) if (algorithm.jws().equals(jws)) return Optional.of(algorithm);
        return Optional.empty();
    }
}

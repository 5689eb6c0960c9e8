package org.gatehouse.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.function.Function;

/**
 * Real key pairs at no cost: each RSA key has the primes of the first one and a public exponent of its own, hence a thumbprint of its own. Nothing that
 * anyone should do elsewhere.
 */
final class QuickPairs implements Function<SigningAlgorithm, JWK> {
    private final BigInteger modulus;
    private final BigInteger totient;
    private BigInteger exponent = BigInteger.valueOf(65_537);

    QuickPairs() {
        try {
            JWK first = SigningAlgorithm.RS256.generate();
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) first.toRSAKey().toRSAPrivateKey();
            modulus = key.getModulus();
            totient = key.getPrimeP()
                    .subtract(BigInteger.ONE)
                    .multiply(key.getPrimeQ().subtract(BigInteger.ONE));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public JWK apply(SigningAlgorithm algorithm) {
        return algorithm == SigningAlgorithm.ES256 ? algorithm.generate() : rsa(algorithm);
    }

    private synchronized JWK rsa(SigningAlgorithm algorithm) {
        do exponent = exponent.nextProbablePrime();
        while (!exponent.gcd(totient).equals(BigInteger.ONE));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPublicKey open = (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
            RSAPrivateKey secret = (RSAPrivateKey)
                    factory.generatePrivate(new RSAPrivateKeySpec(modulus, exponent.modInverse(totient)));
            return new RSAKey.Builder(open)
                    .privateKey(secret)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(algorithm.jws())
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }
}

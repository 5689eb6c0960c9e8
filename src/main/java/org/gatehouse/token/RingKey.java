package org.gatehouse.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import org.gatehouse.vault.MasterKey;

/**
 * A key, opened and ready for use.
 *
 * @param stored the row it comes from
 * @param publicJwk what is published, with {@code kid}, {@code use} and {@code alg}
 * @param signer signs with the private half
 * @param verifier checks with the public half
 */
record RingKey(SigningKey stored, JWK publicJwk, JWSSigner signer, JWSVerifier verifier) {
    /**
     * Seals a new pair.
     *
     * @param pair both halves
     * @param activeFrom from when it signs
     */
    static SigningKey seal(
            KeyFamily family,
            SigningAlgorithm algorithm,
            JWK pair,
            int generation,
            Instant now,
            Instant activeFrom,
            MasterKey masterKey) {
        String sealed = masterKey.seal(pair.toJSONString().getBytes(StandardCharsets.UTF_8), place(pair.getKeyID()));
        String publicJwk = pair.toPublicJWK().toJSONString();
        return new SigningKey(pair.getKeyID(), family, algorithm, generation, publicJwk, sealed, now, activeFrom);
    }

    /**
     * Opens a stored key.
     *
     * @throws org.gatehouse.vault.SealBroken if it was sealed under another master key, or changed
     */
    static RingKey open(SigningKey stored, String privateSealed, MasterKey masterKey) {
        try {
            // All of it comes from what is sealed, the public half too: whoever can write to the database cannot bring
            // in a key of their own.
            JWK pair = JWK.parse(new String(masterKey.open(privateSealed, place(stored.kid)), StandardCharsets.UTF_8));
            return new RingKey(
                    stored, pair.toPublicJWK(), stored.algorithm.signer(pair), stored.algorithm.verifier(pair));
        } catch (ParseException | JOSEException e) {
            // The cause may show the key.
            throw new IllegalStateException("signing key " + stored.kid + " cannot be read");
        }
    }

    String kid() {
        return stored.kid;
    }

    SigningAlgorithm algorithm() {
        return stored.algorithm;
    }

    SigningKey.State state(Instant now) {
        return stored.state(now);
    }

    /** The same key as its row stands now. */
    RingKey at(SigningKey row) {
        return new RingKey(row, publicJwk, signer, verifier);
    }

    /** Without the private half, which the signer holds. */
    @Override
    public String toString() {
        return algorithm() + " " + kid();
    }

    /** Where the private half of this key is sealed for. */
    static String place(String kid) {
        return "signing_key:" + kid;
    }
}

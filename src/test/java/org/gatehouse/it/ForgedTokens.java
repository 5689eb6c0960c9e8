package org.gatehouse.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Tokens that say the same as a good one, or nearly, and that nobody signed who may. */
final class ForgedTokens {
    private ForgedTokens() {}

    /** Every kind, by what is wrong. */
    static Map<String, String> of(String token, JWK publicKey) {
        return new TreeMap<>(Map.of(
                "unsigned", unsigned(token),
                "without a signature", token.substring(0, token.lastIndexOf('.') + 1),
                "of a stranger", byStranger(token),
                "changed", changed(token),
                "with the public key as the secret", withPublicKeyAsSecret(token, publicKey),
                "cut off", token.substring(0, token.length() - 4),
                "no token", "a.b.c"));
    }

    /** {@code alg: none} (RFC 8725 section 2.1). */
    static String unsigned(String token) {
        String header = encoded("{\"typ\":\"JWT\",\"alg\":\"none\"}");
        return header + "." + token.split("\\.", -1)[1] + ".";
    }

    /** Signed with ES256 by a key of its own under the key id of the good one. */
    static String byStranger(String token) {
        try {
            return signed(token, JWSAlgorithm.ES256, new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another wallet under the signature of the good one. */
    static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = Application.claims(token).toString();
        String another =
                claims.replaceAll("0x[0-9a-fA-F]{40}", FakeWallet.create().address());
        return parts[0] + "." + encoded(another.equals(claims) ? claims.replace("{", "{ ") : another) + "." + parts[2];
    }

    /** HS256 with what everyone knows as its secret (RFC 8725 section 2.1). */
    static String withPublicKeyAsSecret(String token, JWK publicKey) {
        try {
            byte[] secret = publicKey.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            return signed(token, JWSAlgorithm.HS256, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String token, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        try {
            String keyId = Application.header(token).getString("kid", "unknown");
            JWTClaimsSet claims = JWTClaimsSet.parse(Application.claims(token).toString());
            SignedJWT forged =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
            forged.sign(signer);
            return forged.serialize();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

package org.gatehouse.grant;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** PKCE (RFC 7636), of the method S256 alone. */
final class ProofKey {
    private ProofKey() {}

    /**
     * Whether whoever redeems a code is the one who asked for it. Where the request had no challenge, a verifier is as wrong as a missing one is
     * where it had: somebody took the challenge out (RFC 9700 section 2.1.1).
     */
    static boolean holds(Optional<String> challenge, Optional<String> verifier) {
        if (challenge.isEmpty() || verifier.isEmpty()) return challenge.isEmpty() && verifier.isEmpty();
        try {
            String computed = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier.get()))
                    .getValue();
            return MessageDigest.isEqual(
                    computed.getBytes(StandardCharsets.US_ASCII),
                    challenge.get().getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            // Not 43 to 128 of the characters that a verifier may have.
            return false;
        }
    }
}

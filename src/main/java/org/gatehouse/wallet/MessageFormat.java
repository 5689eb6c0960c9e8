package org.gatehouse.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.util.Arrays;

/** What a wallet signs when it is asked to sign a text: how the text becomes the 32 bytes under the signature. */
public enum MessageFormat {
    /**
     * Sign-in with Idena: Keccak-256 of Keccak-256 of the UTF-8 bytes, no prefix. It is the "doubleHash" of the node's
     * {@code dna_sign}; the node's other format, "prefix", plays no part in signing in.
     */
    IDENA_DOUBLE_HASH {
        @Override
        byte[] hash(String message) {
            return Keccak256.hash(Keccak256.hash(message.getBytes(UTF_8)));
        }
    },

    /**
     * {@code personal_sign} of Ethereum, version 0x45 of EIP-191, which SelfKey's wallet uses: Keccak-256 of the
     * prefix, the length in bytes as decimal digits, and the UTF-8 bytes. The text is signed as it stands: one that
     * looks like hexadecimal or base64 is not decoded.
     */
    EIP191_PERSONAL {
        @Override
        byte[] hash(String message) {
            byte[] body = message.getBytes(UTF_8);
            byte[] head = ("\u0019Ethereum Signed Message:\n" + body.length).getBytes(UTF_8);
            return Keccak256.hash(Arrays.concatenate(head, body));
        }
    };

    /** The 32 bytes that a wallet signs for this text. */
    abstract byte[] hash(String message);
}

package org.gatehouse.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatehouse.wallet.MessageFormat.EIP191_PERSONAL;
import static org.gatehouse.wallet.MessageFormat.IDENA_DOUBLE_HASH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MessageFormatTest {
    /** Seven bytes, four UTF-16 units, three characters. */
    private static final String TEXT = "é𝄞a";

    @Test
    void personalSignOfHelloWorldIsTheHashThatOtherLibrariesDocument() {
        assertEquals(
                "0xa1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2",
                Vectors.hex(EIP191_PERSONAL.hash("Hello World")));
    }

    @Test
    void personalSignCountsBytesAndNotCharacters() {
        byte[] signed = ("\u0019Ethereum Signed Message:\n7" + TEXT).getBytes(UTF_8);
        assertArrayEquals(Keccak256.hash(signed), EIP191_PERSONAL.hash(TEXT));
    }

    @Test
    void personalSignWritesTheLengthOfAnEmptyTextAsZero() {
        byte[] signed = "\u0019Ethereum Signed Message:\n0".getBytes(UTF_8);
        assertArrayEquals(Keccak256.hash(signed), EIP191_PERSONAL.hash(""));
    }

    @Test
    void idenaHashesTheBytesOfTheTextTwice() {
        assertArrayEquals(Keccak256.hash(Keccak256.hash(TEXT.getBytes(UTF_8))), IDENA_DOUBLE_HASH.hash(TEXT));
    }
}

package org.gatehouse.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {
    @ParameterizedTest
    @CsvSource({
        // FIPS 180-4, and its examples.
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        // UTF-8, whatever the platform's own encoding is.
        "Zo\u00eb \u20ac, c16087ffbb5a7eeb2ad0548781366d860fae69816c6222fc85c2a322e2f97fe1"
    })
    void aTextsDigestIsTheSha256OfItsUtf8InLowerCaseHex(String text, String digest) {
        assertEquals(digest, Digests.sha256(text));
    }
}

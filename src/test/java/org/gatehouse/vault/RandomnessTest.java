package org.gatehouse.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomnessTest {
    private static final int DRAWS = 500;

    private final Randomness randomness = new Randomness();

    @Test
    void bytesAreAsManyAsAsked() {
        assertEquals(0, randomness.bytes(0).length);
        assertEquals(12, randomness.bytes(12).length);
    }

    @Test
    void everyBitOfASecretsBytesIsDrawn() {
        Set<String> seen = new HashSet<>();
        BitSet ones = new BitSet();
        BitSet zeros = new BitSet();
        for (int i = 0; i < DRAWS; i++) {
            String text = randomness.secret().text();
            seen.add(text);
            note(Base64.getUrlDecoder().decode(text), ones, zeros);
        }
        assertEquals(DRAWS, seen.size());
        assertEquals(256, ones.cardinality());
        assertEquals(256, zeros.cardinality());
    }

    @Test
    void anIdIs128BitsInLowerCaseHex() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < DRAWS; i++) {
            String id = randomness.id();
            assertTrue(id.matches("[0-9a-f]{32}"), id);
            seen.add(id);
        }
        assertEquals(DRAWS, seen.size());
    }

    private static void note(byte[] bytes, BitSet ones, BitSet zeros) {
        BitSet bits = BitSet.valueOf(bytes);
        ones.or(bits);
        bits.flip(0, bytes.length * 8);
        zeros.or(bits);
    }
}

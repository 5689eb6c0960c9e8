package org.gatehouse.selfkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gatehouse.vault.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTextTest {
    private static final Secret RANDOM = new Secret("r".repeat(43));

    @Test
    void aPersonReadsWhoAsksForWhat() {
        assertEquals(
                "gate.example asks you to sign in to Portal with SelfKey. Only sign if you began this there. "
                        + "r".repeat(43),
                ChallengeText.of("gate.example", "Portal", RANDOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Por\r\ntal", "Por\u0000\ttal", "Por\u202etal", "Por\u2028tal", " Por \u00a0 tal\n"})
    void itIsOneLineOfPrintableText(String name) {
        assertEquals(
                ChallengeText.of("gate.example", "Por tal", RANDOM), ChallengeText.of("gate.example", name, RANDOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u6f22", "\ud83d\ude00"})
    void itHasAtMost250BytesAndNoHalfCharacter(String character) {
        String text = ChallengeText.of("gate.example", character.repeat(300), RANDOM);
        int bytes = text.getBytes(UTF_8).length;
        assertTrue(bytes <= ChallengeText.LONGEST && bytes > ChallengeText.LONGEST - 4, () -> bytes + " bytes");
        assertEquals(text, new String(text.getBytes(UTF_8), UTF_8));
        assertTrue(text.startsWith("gate.example asks ") && text.endsWith(RANDOM.text()), text);
    }

    @Test
    void aLongHostLeavesTheNameItsBeginning() {
        String host = "a.".repeat(80) + "example";
        String text = ChallengeText.of(host, "Some Portal of ours", RANDOM);
        assertTrue(text.startsWith(host + " asks you to sign in to Some Portal with SelfKey. "), text);
    }
}

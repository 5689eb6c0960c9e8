package org.gatehouse.idena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
    @ParameterizedTest
    @EnumSource
    void theSentenceIsForAPersonAndShowsNothingOfTheInside(Refusal refusal) {
        String sentence = refusal.sentence();
        assertTrue(sentence.length() >= 10 && sentence.length() <= 120, sentence);
        assertTrue(sentence.matches("[A-Za-z0-9 ,.:;-]+"), "a toast shows it as it is: " + sentence);
        assertFalse(sentence.matches("(?i).*(exception|sql|jdbc|row|table|null|hash|secret|org\\.).*"), sentence);
    }

    @ParameterizedTest
    @EnumSource
    void theSlugFitsTheColumnThatKeepsIt(Refusal refusal) {
        assertTrue(refusal.slug().matches("[a-z]+(-[a-z]+)*"), refusal.slug());
        assertTrue(refusal.slug().length() <= 40, refusal.slug());
    }

    @Test
    void noTwoShareASentence() {
        assertEquals(
                Refusal.values().length,
                Arrays.stream(Refusal.values())
                        .map(Refusal::sentence)
                        .distinct()
                        .count());
    }

    /** Their clients know these two by heart. */
    @Test
    void twoSentencesAreThoseOfTheReferenceServer() {
        assertEquals("unsupported version", Refusal.BAD_VERSION.sentence());
        assertEquals("no data found", Refusal.NO_DATA.sentence());
    }
}

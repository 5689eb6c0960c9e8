package org.gatehouse.idena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
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

    /** Those that an open attempt of our page can meet; the others end it, or concern a token that no page has. */
    @Test
    void everyRefusalThatAWaitingPageCanGetHasASentenceInEachLanguageAndNoOtherHas() {
        Set<String> keys = new TreeSet<>(Set.of("refusal.other"));
        for (Refusal refusal : List.of(
                Refusal.WRONG_SIGNATURE,
                Refusal.BAD_SIGNATURE,
                Refusal.BAD_ADDRESS,
                Refusal.NO_NONCE,
                Refusal.TOO_MANY_NONCES)) {
            keys.add("refusal." + refusal.slug());
        }
        for (Locale language : List.of(Locale.ROOT, Locale.GERMAN)) {
            Set<String> there = new TreeSet<>(ResourceBundle.getBundle("org.gatehouse.web.messages", language)
                    .keySet());
            there.removeIf(key -> !key.startsWith("refusal."));
            assertEquals(keys, there);
        }
    }
}

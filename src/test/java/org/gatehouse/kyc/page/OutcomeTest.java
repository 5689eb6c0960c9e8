package org.gatehouse.kyc.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Storing;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final List<ResourceBundle> BUNDLES = List.of(bundle(Locale.ENGLISH), bundle(Locale.GERMAN));

    @Test
    void eachReasonOfAFileIsSaidInBothLanguages() {
        for (Storing.Reason reason : Storing.Reason.values()) said("kyc.error." + FormReader.error(reason));
    }

    @Test
    void eachOutcomeIsSaidInBothLanguages() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            if (kind != Outcome.Kind.DONE) said("kyc.failure." + kind.key());
        }
    }

    @Test
    void anEnglishSentenceIsShownOnlyWhereTheKindSaysTooLittle() {
        for (Refusal refusal : List.of(Refusal.CONFLICT, Refusal.NOT_FOUND, Refusal.FORBIDDEN, Refusal.UNAVAILABLE))
            assertEquals("", Outcome.refused(Refused.of(refusal)).message());
        Outcome refused = Outcome.refused(new Refused(Refusal.UNPROCESSABLE, "It is closed"));
        assertEquals(new Outcome(Outcome.Kind.REFUSED, "It is closed"), refused);
    }

    private static void said(String key) {
        for (ResourceBundle bundle : BUNDLES) {
            assertTrue(bundle.containsKey(key), key);
        }
        assertFalse(BUNDLES.get(0).getString(key).equals(BUNDLES.get(1).getString(key)), key + " is not translated");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.gatehouse.web.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

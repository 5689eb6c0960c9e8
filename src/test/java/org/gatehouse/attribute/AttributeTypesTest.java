package org.gatehouse.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributeTypesTest {
    @Test
    void thereAreThirtySeven() {
        assertEquals(37, AttributeTypes.names().size());
        assertTrue(AttributeTypes.isName("date-of-birth"));
        assertFalse(AttributeTypes.isName("birthdate"), "a stale name of the documents");
    }

    @Test
    void aTypeIsKnownByItsNameAndByTheIdOfItsSchema() {
        for (String email : List.of(
                "email",
                "http://platform.selfkey.org/schema/attribute/email.json",
                "https://platform.selfkey.org/schema/attribute/email.json")) {
            assertEquals(Optional.of("email"), AttributeTypes.name(email), email);
        }
        for (String none : List.of(
                "",
                "E-mail",
                "Email",
                "http://platform.selfkey.org/schema/attribute/email",
                "http://platform.selfkey.org/schema/attribute/email.json\n",
                "http://platform.selfkey.org/schema/attribute/none.json",
                "http://platform.selfkey.org.evil.example/schema/attribute/email.json",
                "ftp://platform.selfkey.org/schema/attribute/email.json",
                "http://platform.selfkey.org/schema/attribute/definitions.json")) {
            assertEquals(Optional.empty(), AttributeTypes.name(none), none);
        }
    }

    @Test
    void documentsHoldFiles() {
        assertTrue(AttributeTypes.holdsFiles("passport"));
        assertTrue(AttributeTypes.holdsFiles("cv"));
        assertFalse(AttributeTypes.holdsFiles("email"));
        assertFalse(AttributeTypes.holdsFiles("business-types"));
    }
}

package org.gatehouse.kyc.page;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.gatehouse.file.StoredFile;
import org.junit.jupiter.api.Test;

class FieldTest {
    @Test
    void blanksAreNothingAndEdgesAreCut() {
        Field field = field(FieldKind.TEXT, true);
        field.take("  ");
        assertFalse(field.touched());
        assertFalse(field.check());
        assertEquals("required", field.getError());

        field = field(FieldKind.TEXT, true);
        field.take(" Ada ");
        assertTrue(field.check());
        assertEquals(Optional.of(json("'Ada'")), field.data());
    }

    @Test
    void aDayIsADayOfTheCalendar() {
        for (String text : List.of("2026-02-30", "2026-2-3", "+12026-02-03", "tomorrow")) {
            Field field = field(FieldKind.DATE, true);
            field.take(text);
            assertFalse(field.check(), text);
            assertEquals("date", field.getError());
        }
        Field field = field(FieldKind.DATE, true);
        field.take("2024-02-29");
        assertTrue(field.check());
    }

    @Test
    void oneFileReplacesTheOtherWhereOneIsAskedFor() {
        Field one = field(FieldKind.FILE, true);
        Field several = field(FieldKind.FILES, true);
        for (String id : List.of("a", "b")) {
            one.take(new StoredFile(id, id + ".png", "image/png", 1));
            several.take(new StoredFile(id, id + ".png", "image/png", 1));
        }
        assertEquals(Optional.of(json("{'content':'b'}")), one.data());
        assertEquals(Optional.of(json("[{'content':'a'},{'content':'b'}]")), several.data());
    }

    @Test
    void aFileThatWasRefusedIsNotRightWithoutAnother() {
        Field field = field(FieldKind.FILE, false);
        field.fail("file.infected");
        assertTrue(field.touched());
        assertFalse(field.check());
    }

    @Test
    void answersAreWhatTheirQuestionsTake() {
        Field tick = field(FieldKind.YES_NO, true);
        tick.take("no");
        assertEquals(Optional.of(json("false")), tick.data());
        Field list = field(FieldKind.LIST, true);
        list.take("Banks, , accountants");
        assertEquals(Optional.of(json("['banks','accountants']")), list.data());
        Field checks = field(FieldKind.CHECKS, true);
        checks.take("Work");
        assertEquals(Optional.of(json("['Work']")), checks.data());
        assertEquals(Optional.empty(), field(FieldKind.CHECKS, true).data());
    }

    @Test
    void sizesAreReadable() {
        assertEquals("69 B", size(69));
        assertEquals("12 kB", size(12_499));
        assertEquals("1 MB", size(999_999));
        assertEquals("50 MB", size(50_000_000));
    }

    private static String size(long bytes) {
        return new FileLine(new StoredFile("a", "a", "image/png", bytes)).getSize();
    }

    private static Field field(FieldKind kind, boolean required) {
        return new Field("a:some:part", 0, kind, required, List.of());
    }
}

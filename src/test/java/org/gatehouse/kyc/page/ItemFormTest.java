package org.gatehouse.kyc.page;

import static org.gatehouse.attribute.AttributeTestBed.json;
import static org.gatehouse.kyc.page.PageTestBed.application;
import static org.gatehouse.kyc.page.PageTestBed.asked;
import static org.gatehouse.kyc.page.PageTestBed.attribute;
import static org.gatehouse.kyc.page.PageTestBed.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.file.StoredFile;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Dossier;
import org.junit.jupiter.api.Test;

class ItemFormTest {
    private static final String ID = "a".repeat(32);
    private static final StoredFile PICTURE = new StoredFile(ID, "a.png", "image/png", 69);

    private final Application application = application(
            ApplicationStatus.ADDITIONAL_REQUESTED,
            new Dossier(Map.of(), Map.of(), Optional.empty())
                    .with(attribute("middle-name", false, false, ""))
                    .with(attribute("email", true, true, "'ada@engines.example'"))
                    .with(attribute("utility-bill", true, false, ""))
                    .with(attribute("first-name", true, false, "'Ada'"))
                    .with(asked("since", "")));

    @Test
    void whatIsMissingComesFirstAndWhatWasGivenNotAtAll() {
        assertEquals(
                List.of("email", "utility-bill", "since", "middle-name"),
                form().items().stream().map(Item::id).toList());
        assertTrue(form().items().get(3).isOptional());
    }

    @Test
    void onlyWhatIsRefusedNowHasAReason() {
        ItemForm form = ItemForm.of(
                application,
                List.of(
                        refusal("email", "Too old"),
                        refusal("utility-bill", "Not sharp"),
                        refusal("email", "Of somebody else")));
        assertEquals("Of somebody else", form.items().get(0).getReason());
        assertEquals("", form.items().get(1).getReason());
    }

    @Test
    void aClosedApplicationTakesNothing() {
        Application closed = application(ApplicationStatus.REJECTED, application.dossier());
        assertEquals(List.of(), ItemForm.of(closed, List.of()).items());
    }

    @Test
    void whatIsRightIsTakenAndTheRestStandsThereAgain() {
        ItemForm typed = form();
        take(typed, "a:email:", "ada@lovelace.example");
        typed.field("a:utility-bill:images").orElseThrow().take(PICTURE);
        take(typed, "a:utility-bill:issued", "2026-02-30");
        assertEquals(Optional.of(json("'ada@lovelace.example'")), checked(typed, 0));
        assertEquals(Optional.empty(), checked(typed, 1));
        assertFalse(typed.items().get(2).touched());

        Application after = application(
                application.status(),
                application.dossier().with(attribute("email", true, false, "'ada@lovelace.example'")));
        List<Item> shown = ItemForm.of(after, List.of()).keeping(typed).items();
        assertEquals(
                List.of("utility-bill", "since", "middle-name"),
                shown.stream().map(Item::id).toList());
        Field day = shown.get(0).getFields().stream()
                .filter(field -> field.kind() == FieldKind.DATE)
                .findFirst()
                .orElseThrow();
        assertEquals("2026-02-30", day.getValue());
        assertEquals("date", day.getError());
        assertEquals(
                List.of(ID),
                shown.get(0).getFields().stream()
                        .flatMap(field -> field.getFiles().stream().map(FileLine::getId))
                        .toList());
    }

    @Test
    void aFileOfSomebodyElseIsNotThere() {
        ItemForm form = form();
        form.field("a:utility-bill:images")
                .orElseThrow()
                .take(new StoredFile("b".repeat(32), "b.png", "image/png", 69));
        take(form, "a:utility-bill:issued", "2026-02-28");
        assertEquals(Optional.empty(), checked(form, 1));
        assertEquals("gone", form.items().get(1).getError());
    }

    @Test
    void aValueThatItsSchemaRefusesIsWrongAtItsField() {
        ItemForm form = form();
        take(form, "a:email:", "no address");
        assertEquals(Optional.empty(), checked(form, 0));
        assertEquals("wrong", form.items().get(0).getFields().get(0).getError());
    }

    private ItemForm form() {
        return ItemForm.of(application, List.of());
    }

    private static void take(ItemForm form, String field, String text) {
        form.field(field).orElseThrow().take(text);
    }

    private static Optional<JsonValue> checked(ItemForm form, int item) {
        return form.items().get(item).checked(ItemFormTest::file);
    }

    private static Optional<StoredFile> file(String id) {
        return Optional.of(PICTURE).filter(file -> id.equals(file.id()));
    }
}

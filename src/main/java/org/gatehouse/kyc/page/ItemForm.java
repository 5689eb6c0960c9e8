package org.gatehouse.kyc.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Entry;

/** The form with everything that an application takes now: what it waits for first, then what it would take as well. */
final class ItemForm {
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Field> fields = new HashMap<>();

    private ItemForm() {}

    /**
     * The form, empty.
     *
     * @param entries what happened to the application, the oldest first
     */
    static ItemForm of(Application application, List<Entry> entries) {
        ItemForm form = new ItemForm();
        if (application.status().closed()) return form;
        Map<String, String> reasons = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.kind() == Entry.Kind.INVALIDATION)
                entry.subject()
                        .ifPresent(subject -> reasons.put(subject, entry.text().orElse("")));
        }
        form.add(application, reasons, true);
        form.add(application, reasons, false);
        return form;
    }

    private void add(Application application, Map<String, String> reasons, boolean missing) {
        application.dossier().attributes().forEach((id, attribute) -> {
            if (attribute.missing() == missing && (missing || attribute.data().isEmpty()))
                add(new AttributeItem(attribute, reason(attribute.refused(), id, reasons), fields.size()));
        });
        application.dossier().questions().forEach((id, question) -> {
            if (question.missing() == missing && (missing || question.answer().isEmpty()))
                add(new QuestionItem(question, reason(question.refused(), id, reasons), fields.size()));
        });
    }

    private static String reason(boolean refused, String id, Map<String, String> reasons) {
        return refused ? reasons.getOrDefault(id, "") : "";
    }

    private void add(Item item) {
        items.add(item);
        item.getFields().forEach(field -> fields.put(field.getName(), field));
    }

    /** The same items with what was typed and not taken, where they are still asked for. */
    ItemForm keeping(ItemForm typed) {
        ItemForm form = new ItemForm();
        for (Item item : items) form.add(typed.same(item).orElse(item));
        return form;
    }

    private Optional<Item> same(Item item) {
        return items.stream()
                .filter(mine -> mine.getClass() == item.getClass() && mine.id().equals(item.id()))
                .filter(Item::touched)
                .findFirst();
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    List<Item> items() {
        return items;
    }
}

package org.gatehouse.kyc.template;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.database.Conflict;
import org.jspecify.annotations.Nullable;

/** What administrators do to templates, each of the version that they read. */
@Dependent
public class TemplateChanges {
    private final TemplateStore stored;

    @Inject
    TemplateChanges(TemplateStore stored) {
        this.stored = stored;
    }

    /**
     * The id of the template that this content makes.
     *
     * @throws org.gatehouse.http.WrongMember if it makes none
     */
    public static String check(JsonObject content) {
        return TemplateReader.read(content, 1).id();
    }

    /** What came of a change. */
    public enum Outcome {
        CREATED,
        DONE,
        UNKNOWN,
        CHANGED_SINCE,
        WITHOUT_TAG
    }

    /**
     * Stores a template as a new version, unless it is as the newest is. One that was withdrawn is not any more.
     *
     * @param match the tags that the newest version may have; null where the caller knows of none
     */
    public Outcome put(String id, JsonObject content, @Nullable String match, String by) {
        return Conflict.again(() -> {
            Optional<StoredTemplate> newest = newest(id);
            if (newest.isEmpty() && match != null) return Outcome.CHANGED_SINCE;
            if (newest.isPresent() && match == null) return Outcome.WITHOUT_TAG;
            if (newest.filter(found -> !found.matches(match)).isPresent()) return Outcome.CHANGED_SINCE;
            if (newest.filter(found -> found.content().equals(content)).isPresent()) {
                if (newest.get().withdrawnAt().isPresent()) stored.restore(newest.get(), by);
                return Outcome.DONE;
            }
            stored.add(id, newest.map(StoredTemplate::version).orElse(0) + 1, content, false, by);
            return newest.isEmpty() ? Outcome.CREATED : Outcome.DONE;
        });
    }

    /**
     * Lets nobody apply with a template any more.
     *
     * @param match as before; null for whichever is there
     */
    public Outcome withdraw(String id, @Nullable String match, String by) {
        Optional<StoredTemplate> newest = newest(id);
        if (newest.isEmpty()) return Outcome.UNKNOWN;
        if (!newest.get().matches(match)) return Outcome.CHANGED_SINCE;
        if (newest.get().withdrawnAt().isEmpty()) stored.withdraw(newest.get(), by);
        return Outcome.DONE;
    }

    private Optional<StoredTemplate> newest(String id) {
        return stored.versions(id).stream().findFirst();
    }
}

package org.gatehouse.kyc.page;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that the application waits for, or would take: an attribute or an answer, with its fields. */
public abstract class Item {
    private static final Set<String> HINTED = Set.of("phone-number", "legal-jurisdiction", "business-types");

    private final String id;
    private final boolean required;
    private final String reason;
    private String error = "";

    Item(String id, boolean required, String reason) {
        this.id = id;
        this.required = required;
        this.reason = reason;
    }

    /** The fields of the form that it is asked for with; none where no form can ask for it. */
    public abstract List<Field> getFields();

    /** What people read; empty for the name of the attribute's type. */
    public abstract String getTitle();

    /** More of it; may be empty. */
    public abstract String getDescription();

    /** The name of the attribute's type; empty of a question. */
    public abstract String getAttribute();

    /** What the fields say, if all of it is right. What is not is said beside them. */
    abstract Optional<JsonValue> checked(FileFinder files);

    final String id() {
        return id;
    }

    final boolean touched() {
        return getFields().stream().anyMatch(Field::touched);
    }

    /** Whether each field is right by itself. */
    final boolean fieldsAreRight() {
        return getFields().stream().map(Field::check).reduce(true, Boolean::logicalAnd);
    }

    /** Says what is wrong beside the only field, or beside all of them. */
    final void fail(String reason) {
        if (getFields().size() == 1) getFields().get(0).fail(reason);
        else error = reason;
    }

    /** Whether its title is all that its field needs. */
    public final boolean isPlain() {
        return getFields().size() == 1
                && !getFields().get(0).kind().isGroup()
                && getFields().get(0).getLabel().isEmpty();
    }

    /** Whether it may stay empty. */
    public final boolean isOptional() {
        return !required;
    }

    /** Why what was given before will not do, in the reviewer's words; empty where nobody said so. */
    public final String getReason() {
        return reason;
    }

    /** What it must look like, in the resource bundles; empty where nobody has to be told. */
    public final String getHint() {
        return HINTED.contains(getAttribute()) ? getAttribute() : "";
    }

    /** What is wrong with all of it; empty if nothing is. */
    public final String getError() {
        return error;
    }
}

package org.gatehouse.kyc.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.gatehouse.attribute.Shape;
import org.gatehouse.kyc.template.Question;

/** How a field is asked for. */
enum FieldKind {
    TEXT("input", "text"),
    EMAIL("input", "email"),
    TEL("input", "tel"),
    DATE("input", "date"),
    /** Several texts, with commas between them. */
    LIST("input", "text"),
    AREA("area", ""),
    SELECT("select", ""),
    COUNTRY("select", ""),
    YES_NO("radios", "radio"),
    /** Some of the choices. */
    CHECKS("checks", "checkbox"),
    FILE("file", "file"),
    FILES("file", "file");

    private final String control;
    private final String type;

    FieldKind(String control, String type) {
        this.control = control;
        this.type = type;
    }

    static FieldKind of(Shape.Kind kind, String attribute) {
        return switch (kind) {
            case TEXT -> attribute.equals("phone-number") ? TEL : TEXT;
            case TEXTS -> LIST;
            case DATE -> DATE;
            case EMAIL -> EMAIL;
            case COUNTRY -> COUNTRY;
            case CHOICE -> SELECT;
            case FILE -> FILE;
            case FILES -> FILES;
        };
    }

    static FieldKind of(Question question) {
        return switch (question.type()) {
            case INPUT -> AREA;
            case DATE -> DATE;
            case SELECT -> SELECT;
            case CHECKBOX -> question.options().isEmpty() ? YES_NO : CHECKS;
        };
    }

    String control() {
        return control;
    }

    String type() {
        return type;
    }

    /** Whether its value is an array. */
    boolean several() {
        return this == LIST || this == CHECKS || this == FILES;
    }

    boolean ofFiles() {
        return this == FILE || this == FILES;
    }

    /** Whether it is several inputs. */
    boolean isGroup() {
        return this == YES_NO || this == CHECKS;
    }

    /** What a text that was typed is made of. */
    Stream<String> parts(String typed) {
        if (this != LIST) return Stream.of(typed);
        return Arrays.stream(typed.split(","))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty());
    }
}

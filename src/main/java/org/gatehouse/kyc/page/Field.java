package org.gatehouse.kyc.page;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.file.StoredFile;
import org.gatehouse.http.Json;

/** A field of the form, with what the person has typed or handed in. */
public final class Field {
    private final String name;
    private final int number;
    private final FieldKind kind;
    private final boolean required;
    private final List<String> choices;
    private final List<String> values = new ArrayList<>();
    private final List<StoredFile> files = new ArrayList<>();
    private String error = "";

    /**
     * A field that is empty.
     *
     * @param name its name in the form
     * @param number tells it from the form's others
     * @param choices what there is to choose; of files, the media types
     */
    Field(String name, int number, FieldKind kind, boolean required, List<String> choices) {
        this.name = name;
        this.number = number;
        this.kind = kind;
        this.required = required;
        this.choices = choices;
    }

    /** Takes what was typed or chosen. */
    void take(String text) {
        if (!text.isBlank()) values.add(text.strip());
    }

    /** Takes a file that was handed in: in the place of the one before, where there is one alone. */
    void take(StoredFile file) {
        if (kind == FieldKind.FILE) files.clear();
        files.add(file);
    }

    /** What is wrong with it: a name in the resource bundles. */
    void fail(String reason) {
        error = reason;
    }

    /** Whether the person gave, or meant to give, anything. */
    boolean touched() {
        return !values.isEmpty() || !files.isEmpty() || !error.isEmpty();
    }

    /** Whether it can be sent as it is. What is wrong is said otherwise. */
    boolean check() {
        if (!error.isEmpty()) return false;
        if (required && !touched()) error = "required";
        else if (kind == FieldKind.DATE && !values.isEmpty() && !isDay(values.get(0))) error = "date";
        return error.isEmpty();
    }

    private static boolean isDay(String text) {
        try {
            // Years of more than four digits have a sign, and are no part of the form YYYY-MM-DD.
            return LocalDate.parse(text).toString().length() == "YYYY-MM-DD".length();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What it says, as JSON; empty where it says nothing. */
    Optional<JsonValue> data() {
        if (values.isEmpty() && files.isEmpty()) return Optional.empty();
        JsonArrayBuilder all = Json.array();
        values.stream().flatMap(kind::parts).forEach(all::add);
        files.forEach(file -> all.add(Json.object().add("content", file.id())));
        if (kind == FieldKind.YES_NO)
            return Optional.of(values.get(0).equals("yes") ? JsonValue.TRUE : JsonValue.FALSE);
        return Optional.of(kind.several() ? all.build() : all.build().get(0));
    }

    FieldKind kind() {
        return kind;
    }

    /** Its name in the form. */
    public String getName() {
        return name;
    }

    /** What the page's ids of it end with. */
    public int getNumber() {
        return number;
    }

    /** How it is asked for, in lower case. */
    public String getControl() {
        return kind.control();
    }

    /** The attribute {@code type} of its input. */
    public String getType() {
        return kind.type();
    }

    /** The end of the name of its label in the resource bundles: the path in the value; empty where it is the whole. */
    public String getLabel() {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** What the browser may fill in by itself (HTML, autofill); empty for nothing. */
    public String getAutocomplete() {
        return Autofill.of(name);
    }

    /** Whether it may stay empty. */
    public boolean isOptional() {
        return !required;
    }

    /** Which files it takes, as the attribute {@code accept}. */
    public String getAccept() {
        return String.join(",", choices);
    }

    /** Which camera the browser may offer: the one that looks at the person; empty for any. */
    public String getCapture() {
        return name.contains("selfie") ? "user" : "";
    }

    /** Whether it takes several files. */
    public boolean isSeveral() {
        return kind == FieldKind.FILES;
    }

    /** What there is to choose. */
    public List<Choice> getChoices() {
        return Choice.of(kind, choices, values);
    }

    /** What was typed; empty if nothing was. */
    public String getValue() {
        return String.join(", ", values);
    }

    /** The files that were handed in and are not sent on yet. */
    public List<FileLine> getFiles() {
        return files.stream().map(FileLine::new).toList();
    }

    /** What is wrong; empty if nothing is. */
    public String getError() {
        return error;
    }
}

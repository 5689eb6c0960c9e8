package org.gatehouse.kyc.page;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.application.Dossier;
import org.gatehouse.kyc.application.GivenAttribute;

/** Something that the application contains already. */
public final class GivenLine {
    private final String attribute;
    private final String title;
    private final List<ValueLine> values = new ArrayList<>();

    private GivenLine(String attribute, String title, JsonValue data) {
        this.attribute = attribute;
        this.title = title;
        collect("", data);
    }

    /** All that it contains, and waits for nothing else of. */
    static List<GivenLine> of(Dossier dossier) {
        Stream<GivenLine> attributes = dossier.attributes().values().stream()
                .filter(given -> !given.missing())
                .flatMap(given -> given.data().map(data -> line(given, data)).stream());
        Stream<GivenLine> answers = dossier.questions().values().stream()
                .filter(asked -> !asked.missing())
                .flatMap(asked -> asked.answer().stream()
                        .map(answer -> new GivenLine("", asked.question().label(), answer)));
        return Stream.concat(attributes, answers).toList();
    }

    /** What was given for an attribute, whatever reviewers said of it; nothing where nothing was. */
    public static GivenLine of(GivenAttribute given) {
        return line(given, given.data().orElse(JsonValue.NULL));
    }

    /** The same of an answer to a question. */
    public static GivenLine of(AskedQuestion asked) {
        return new GivenLine("", asked.question().label(), asked.answer().orElse(JsonValue.NULL));
    }

    private static GivenLine line(GivenAttribute given, JsonValue data) {
        return new GivenLine(
                given.requirement().attribute(), given.requirement().title().orElse(""), data);
    }

    /** The ids of all files that stand in an application, refused ones too. */
    static Set<String> files(Dossier dossier) {
        return dossier.attributes().values().stream()
                .flatMap(given -> given.data().map(data -> line(given, data)).stream())
                .flatMap(line -> line.values.stream())
                .map(ValueLine::getFile)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private void collect(String path, JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> collect(path, item));
        } else if (value instanceof JsonObject object) {
            if (object.get("content") instanceof JsonString id)
                values.add(new ValueLine(path, Json.string(object, "name").orElse(""), id.getString()));
            else object.forEach((name, member) -> collect(path.isEmpty() ? name : path + "." + name, member));
        } else if (!value.equals(JsonValue.NULL)) {
            values.add(new ValueLine(path, value instanceof JsonString text ? text.getString() : value.toString(), ""));
        }
    }

    /** The name of the attribute's type; empty of a question. */
    public String getAttribute() {
        return attribute;
    }

    /** What people read; empty for the name of the attribute's type. */
    public String getTitle() {
        return title;
    }

    /** What was given, part by part. */
    public List<ValueLine> getValues() {
        return values;
    }
}

package org.gatehouse.kyc.application;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.attribute.FileIds;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.Json;

/**
 * An attribute of an application, given or still to be given.
 *
 * @param requirement which: its id in the application, type, title and whether the application waits for it
 * @param description what people read about it beside its title
 * @param additional whether it was asked for after the application was made
 * @param refused whether a reviewer refused what was given, and waits for something else
 * @param data what was given; empty where nothing was
 */
public record GivenAttribute(
        Requirement requirement,
        Optional<String> description,
        boolean additional,
        boolean refused,
        Optional<JsonValue> data) {
    /** Whether the application waits for it. */
    public boolean missing() {
        return refused || (data.isEmpty() && requirement.required());
    }

    /** The same with what was given now. */
    GivenAttribute with(JsonValue given) {
        return new GivenAttribute(requirement, description, additional, false, Optional.of(given));
    }

    /** The same without what was given. */
    GivenAttribute emptied() {
        return new GivenAttribute(requirement, description, additional, false, Optional.empty());
    }

    /** The ids of the files of what was given. */
    Set<String> files() {
        return data.map(given -> FileIds.of(requirement.attribute(), given)).orElse(Set.of());
    }

    /** The same, of which what was given will not do. */
    GivenAttribute refuse() {
        return new GivenAttribute(requirement, description, additional, true, data);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.object()
                .add("attribute", requirement.attribute())
                .add("required", requirement.required())
                .add("additional", additional)
                .add("refused", refused);
        requirement.title().ifPresent(title -> json.add("title", title));
        description.ifPresent(text -> json.add("description", text));
        data.ifPresent(given -> json.add("data", given));
        return json.build();
    }

    static GivenAttribute fromJson(String id, JsonObject json) {
        return new GivenAttribute(
                new Requirement(
                        id, json.getString("attribute"), Json.string(json, "title"), json.getBoolean("required")),
                Json.string(json, "description"),
                json.getBoolean("additional"),
                json.getBoolean("refused"),
                Optional.ofNullable(json.get("data")));
    }
}

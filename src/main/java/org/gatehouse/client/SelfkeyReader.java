package org.gatehouse.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.Json;

/** Reads the member {@code selfkey} of a client's entry. */
final class SelfkeyReader {
    private SelfkeyReader() {}

    /**
     * The profile of this value.
     *
     * @throws WrongClient if it has not the form
     */
    static SelfkeyProfile profile(JsonValue value) {
        if (!(value instanceof JsonObject entry)) throw new WrongClient("selfkey", "must be an object");
        Set<String> origins = new HashSet<>();
        for (JsonValue origin : array(entry, "origins")) {
            if (origin instanceof JsonString text) origins.add(text.getString());
        }
        Map<String, String> claims = new HashMap<>();
        if (entry.get("claims") instanceof JsonObject object) {
            object.keySet().forEach(name -> Json.string(object, name).ifPresent(id -> claims.put(name, id)));
        }
        List<Requirement> requirements = array(entry, "attributes").stream()
                .map(SelfkeyReader::requirement)
                .toList();
        return new SelfkeyProfile(
                origins, Json.string(entry, "wallet_token_algorithm").orElse("ES256"), requirements, claims);
    }

    private static Requirement requirement(JsonValue value) {
        if (value instanceof JsonString name)
            return new Requirement(name.getString(), name.getString(), Optional.empty(), true);
        if (!(value instanceof JsonObject object)) throw new WrongClient("selfkey", "has a wrong attribute");
        String attribute = Json.string(object, "attribute").orElseThrow();
        return new Requirement(
                Json.string(object, "id").orElse(attribute),
                attribute,
                Json.string(object, "title"),
                !JsonValue.FALSE.equals(object.get("required")));
    }

    private static JsonArray array(JsonObject entry, String member) {
        return entry.get(member) instanceof JsonArray array
                ? array
                : Json.array().build();
    }
}

package org.gatehouse.practice;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.http.Json;

/**
 * A person who practises.
 *
 * @param address {@code 0x} and 40 lower-case hex digits
 * @param state the Idena state that the person chose
 * @param age in epochs, 0 to 1,000
 */
record PracticePerson(String address, IdenaState state, int age) {
    private static final int OLDEST = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

    PracticePerson {
        if (!ADDRESS.matcher(address).matches()) throw new IllegalArgumentException("not an address");
        if (age < 0 || age > OLDEST) throw new IllegalArgumentException("not an age");
    }

    /** Reads {@code {"address", "state", "age"}}; empty where the object says anything else. */
    static Optional<PracticePerson> fromJson(JsonObject json) {
        Optional<IdenaState> state = Json.string(json, "state").flatMap(IdenaState::named);
        Optional<String> address = Json.string(json, "address").map(text -> text.toLowerCase(Locale.ROOT));
        int age = json.get("age") instanceof JsonNumber number ? number.intValue() : 0;
        if (state.isEmpty() || address.isEmpty()) return Optional.empty();
        try {
            return Optional.of(new PracticePerson(address.get(), state.get(), age));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

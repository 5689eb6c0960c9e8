package org.gatehouse.idena.node;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.gatehouse.http.Json;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;

/** A JSON object that came over the network, read strictly: a member of another type or form is as good as absent. */
record Answer(JsonObject json) {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?");

    Optional<Answer> object(String name) {
        return json.get(name) instanceof JsonObject object ? Optional.of(new Answer(object)) : Optional.empty();
    }

    Optional<String> text(String name) {
        return Json.string(json, name);
    }

    /** Whether the member is there and not {@code null}. */
    boolean has(String name) {
        return json.containsKey(name) && !json.isNull(name);
    }

    /** A whole number of zero or more. */
    OptionalLong count(String name) {
        OptionalLong number = integer(name);
        return number.isPresent() && number.getAsLong() >= 0 ? number : OptionalLong.empty();
    }

    OptionalLong integer(String name) {
        try {
            return json.get(name) instanceof JsonNumber number
                    ? OptionalLong.of(number.longValueExact())
                    : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** A decimal number of zero or more that is written as a string, in its own digits. */
    Optional<String> decimal(String name) {
        return text(name).filter(text -> DECIMAL.matcher(text).matches());
    }

    /** A time in the form of RFC 3339. */
    Optional<Instant> time(String name) {
        try {
            return text(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * This object, which must be about the address that was asked for.
     *
     * @throws NoAnswer if it is about another one
     */
    Answer about(Address address) {
        if (text("address").filter(address.lowerCase()::equalsIgnoreCase).isEmpty()) {
            throw NoAnswer.lasting("answers about another address");
        }
        return this;
    }

    /**
     * The state in this object.
     *
     * @throws NoAnswer if it names a state that Idena does not have
     */
    IdenaState state() {
        return text("state").flatMap(IdenaState::named).orElseThrow(() -> NoAnswer.lasting("names an unknown state"));
    }
}

package org.gatehouse.attribute;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/** What came of checking attributes: they are {@link Accepted} or {@link Wrong}. */
public sealed interface Checked {
    /**
     * All that was asked for is there and right.
     *
     * @param values the values to store
     * @param emptied the ids of those that were sent without a value: what is stored under them goes
     */
    record Accepted(List<Value> values, Set<String> emptied) implements Checked {
        public Accepted {
            values = List.copyOf(values);
            emptied = Set.copyOf(emptied);
        }
    }

    /**
     * Something is missing or wrong.
     *
     * @param message a sentence for the person that names the attribute, and not its value
     */
    record Wrong(String message) implements Checked {}

    /**
     * A value that may be stored.
     *
     * @param id under which it is stored: the requirement's id, or what else tells it from the others
     * @param attribute the name of its type, such as {@code email}
     * @param data the value
     * @param files the ids of the files that it refers to
     */
    record Value(String id, String attribute, JsonValue data, Set<String> files) {}
}

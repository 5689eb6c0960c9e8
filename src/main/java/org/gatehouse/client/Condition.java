package org.gatehouse.client;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a group rule asks of one fact. It is asked only where the fact is known: a fact that is not known never meets a condition. */
public sealed interface Condition {
    /**
     * Whether the fact meets it.
     *
     * @param values what is known, as text; none where a fact is known and has no value, such as the roles of a person without any
     */
    boolean met(Set<String> values);

    /**
     * One of the values, to the letter.
     *
     * @param wanted the values
     */
    record OneOf(Set<String> wanted) implements Condition {
        public OneOf {
            wanted = Set.copyOf(wanted);
        }

        @Override
        public boolean met(Set<String> values) {
            return values.stream().anyMatch(wanted::contains);
        }
    }

    /**
     * None of the values.
     *
     * @param unwanted the values
     */
    record NoneOf(Set<String> unwanted) implements Condition {
        public NoneOf {
            unwanted = Set.copyOf(unwanted);
        }

        @Override
        public boolean met(Set<String> values) {
            return values.stream().noneMatch(unwanted::contains);
        }
    }

    /**
     * A number within bounds, both included.
     *
     * @param min the least; none if empty
     * @param max the most; none if empty
     */
    record Between(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Condition {
        @Override
        public boolean met(Set<String> values) {
            return values.stream().anyMatch(this::holds);
        }

        private boolean holds(String value) {
            try {
                BigDecimal number = new BigDecimal(value);
                return min.filter(least -> number.compareTo(least) < 0).isEmpty()
                        && max.filter(most -> number.compareTo(most) > 0).isEmpty();
            } catch (NumberFormatException e) {
                // What is no number is within no bounds.
                return false;
            }
        }
    }

    /**
     * One of several conditions.
     *
     * @param conditions the conditions
     */
    record Either(List<Between> conditions) implements Condition {
        public Either {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean met(Set<String> values) {
            return conditions.stream().anyMatch(condition -> condition.met(values));
        }
    }
}

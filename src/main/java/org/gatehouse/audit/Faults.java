package org.gatehouse.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects faults: the first of each kind, and how many there are. */
final class Faults {
    private final Map<Fault.Kind, Fault> first = new EnumMap<>(Fault.Kind.class);

    void add(Fault.Kind kind, long number, String sentence) {
        add(kind, number, 1, sentence);
    }

    void add(Fault.Kind kind, long number, long count, String sentence) {
        first.merge(
                kind,
                new Fault(kind, number, count, sentence),
                (there, more) -> new Fault(kind, there.number(), there.count() + count, there.sentence()));
    }

    boolean none(Fault.Kind kind) {
        return !first.containsKey(kind);
    }

    List<Fault> all() {
        return List.copyOf(first.values());
    }
}

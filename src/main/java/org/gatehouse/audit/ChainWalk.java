package org.gatehouse.audit;

import java.util.Optional;

/** Goes along the chain, event by event. Behind a fault it goes on from what is stored there, so that each fault is found for itself. */
final class ChainWalk {
    /** So many places are tried for an event that was moved. */
    private static final long MOST_PLACES = 2_000_000;

    private final AuditKey key;
    private final ChainRow chain;
    private final Faults faults;

    private long last;
    private Optional<String> hash;
    private long checked;

    /** @param beginning the hash that the first event is chained to, if it is known */
    ChainWalk(AuditKey key, ChainRow chain, Optional<String> beginning, Faults faults) {
        this.key = key;
        this.chain = chain;
        this.faults = faults;
        this.last = chain.cutNumber;
        this.hash = beginning;
    }

    /** Checks the event that comes next. */
    void next(AuditRow row) {
        long number = row.number == null ? 0 : row.number;
        String stored = row.hash == null ? "" : row.hash;
        checked++;
        if (number != last + 1) {
            missing(last + 1, number - 1);
            hash = Optional.empty();
        }
        if (!key.mac(number, stored).equals(row.mac)) wrongMac(row, number, stored);
        else if (hash.filter(before -> !CanonicalText.hash(before, row).equals(stored))
                .isPresent())
            faults.add(Fault.Kind.CHANGED, number, "Event " + number + " was changed, or an event before it was.");
        last = number;
        hash = Optional.of(stored);
    }

    private void missing(long from, long to) {
        String which = from == to ? "Event " + from + " is" : "Events " + from + " to " + to + " are";
        faults.add(Fault.Kind.MISSING, from, to - from + 1, which + " missing.");
    }

    /** The mac is of place and hash: an event that was moved whole has that of another place. Looked for once, since that takes long. */
    private void wrongMac(AuditRow row, long number, String stored) {
        Optional<Long> place =
                faults.none(Fault.Kind.REORDERED) ? place(row, number, stored) : near(row, number, stored);
        if (place.isPresent())
            faults.add(
                    Fault.Kind.REORDERED,
                    number,
                    "Event " + number + " was chained as " + place.get() + " and stands at another place.");
        else faults.add(Fault.Kind.BAD_MAC, number, "The mac of event " + number + " is not of our making.");
    }

    private Optional<Long> place(AuditRow row, long number, String stored) {
        long to = Math.min(chain.number, chain.cutNumber + MOST_PLACES);
        Optional<Long> near = near(row, number, stored);
        for (long place = chain.cutNumber + 1; near.isEmpty() && place <= to; place++)
            if (key.mac(place, stored).equals(row.mac)) return Optional.of(place);
        return near;
    }

    private Optional<Long> near(AuditRow row, long number, String stored) {
        for (long place = number - 1_000; place <= number + 1_000; place++)
            if (place != number && key.mac(place, stored).equals(row.mac)) return Optional.of(place);
        return Optional.empty();
    }

    /** Checks that the last event was the end of the chain. */
    void end() {
        if (last < chain.number) missing(last + 1, chain.number);
        else if (hash.filter(chain.hash::equals).isEmpty() && chain.number > 0 && checked > 0)
            faults.add(Fault.Kind.WRONG_END, last, "The end of the chain is not the hash of event " + last + ".");
    }

    /** How many events were checked. */
    long checked() {
        return checked;
    }
}

package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Checks the whole trail: that the chain is as it was made, and contains all that was ever signed or seen of it. */
@Dependent
public class Verification {
    private static final int PAGE = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final ChainReading reading;
    private final StoredChain stored;
    private final Checkpoints checkpoints;
    private final AuditKey key;
    private final SeenEnd seen;
    private final Clock clock;

    @Inject
    Verification(
            ChainReading reading,
            StoredChain stored,
            Checkpoints checkpoints,
            AuditKey key,
            SeenEnd seen,
            Clock clock) {
        this.reading = reading;
        this.stored = stored;
        this.checkpoints = checkpoints;
        this.key = key;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * Checks the trail as it is now. Reads all of it, page by page: not in a transaction.
     *
     * @param kept checkpoints that someone kept elsewhere, each a JWS; with them a cut tail shows even if the whole database was set back
     */
    public Report check(List<String> kept) {
        Faults faults = new Faults();
        // Before the end is read: what is chained in between lies behind neither.
        long highest = reading.highest();
        SeenEnd.End sighted = seen.last();
        Optional<ChainRow> row = stored.row();
        if (row.isEmpty()) {
            faults.add(Fault.Kind.WRONG_END, 0, "There is no chain.");
            return new Report(0, 0, CanonicalText.NO_HASH, 0, 0, faults.all());
        }
        ChainRow chain = row.get();
        if (highest > chain.number)
            faults.add(Fault.Kind.WRONG_END, highest, "The chain ends at " + chain.number + ", and there are more.");
        Claims claims = claims(chain, kept, sighted, faults);
        long checked = walk(chain, claims, faults);
        claims.leftOver(faults);
        aside(faults);
        return new Report(chain.cutNumber + 1, chain.number, chain.hash, checked, claims.signed(), faults.all());
    }

    private Claims claims(ChainRow chain, List<String> kept, SeenEnd.End sighted, Faults faults) {
        Claims claims = new Claims(checkpoints, chain.cutNumber);
        for (String jws : kept) claims.addKept(jws, faults);
        if (sighted.number() > 0) claims.addSeen(sighted);
        return claims;
    }

    private long walk(ChainRow chain, Claims claims, Faults faults) {
        ChainWalk walk = new ChainWalk(key, chain, beginning(chain, faults), faults);
        List<AuditRow> page;
        long number = chain.cutNumber;
        do {
            page = reading.after(number, chain.number, PAGE);
            if (page.isEmpty()) break;
            Long last = page.get(page.size() - 1).number;
            number = last == null ? chain.number : last;
            claims.readUpTo(number, faults);
            for (AuditRow row : page) {
                walk.next(row);
                claims.compare(row, faults);
            }
        } while (page.size() == PAGE);
        claims.readUpTo(Long.MAX_VALUE, faults);
        walk.end();
        return walk.checked();
    }

    /** The hash that the first event is chained to; empty where nobody can say. */
    private Optional<String> beginning(ChainRow chain, Faults faults) {
        if (chain.cutNumber == 0) return Optional.of(CanonicalText.NO_HASH);
        Optional<String> hash = checkpoints
                .at(chain.cutNumber)
                .flatMap(checkpoints::read)
                .filter(cut -> cut.cut() && cut.number() == chain.cutNumber)
                .map(Checkpoint::hash);
        if (hash.isEmpty())
            faults.add(
                    Fault.Kind.WRONG_BEGINNING,
                    chain.cutNumber,
                    "The chain begins after " + chain.cutNumber
                            + ", and no signed checkpoint says that it was cut there.");
        return hash;
    }

    private void aside(Faults faults) {
        long waiting = reading.waitingSince(clock.instant().minus(LONGEST_WAIT));
        if (waiting > 0) faults.add(Fault.Kind.WAITING, 0, waiting, "Events wait for minutes to be chained.");
        long refused = reading.refused();
        if (refused > 0)
            faults.add(
                    Fault.Kind.NOT_RECORDED,
                    0,
                    refused,
                    "Events are there that nobody recorded, or that were changed before they were chained.");
    }

    /**
     * What came of a check.
     *
     * @param from the number of the first event that must be there
     * @param to the number of the last
     * @param hash of the last
     * @param checked how many events were read
     * @param checkpoints how many signed checkpoints were compared
     * @param faults what is wrong: the first of each kind; empty where nothing is
     */
    public record Report(long from, long to, String hash, long checked, long checkpoints, List<Fault> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        /** Whether nothing is wrong. */
        public boolean whole() {
            return faults.isEmpty();
        }
    }
}

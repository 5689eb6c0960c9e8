package org.gatehouse.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gatehouse.token.SigningKey.State;
import org.gatehouse.vault.MasterKey;

/**
 * The keys that sign, over time: each is pending, active, retired and gone in turn, and each algorithm has one active key.
 *
 * <p>A node keeps the opened keys for a short time. That is safe because a key is stored a lead of 90 minutes or more before it signs, so that every
 * node knows it by then and all change over at the same instant of the clock.
 */
final class KeyRing {
    /** No token is valid for longer. */
    static final Duration LONGEST_TOKEN = Duration.ofHours(24);

    /** How long an application may go on using a JWKS that it fetched: longer than any that was measured. */
    static final Duration LONGEST_CACHE = Duration.ofMinutes(90);

    private static final Logger LOG = System.getLogger(KeyRing.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(5);

    private final StoredKeys stored;
    private final MasterKey masterKey;
    private final TokenSettings settings;
    private final Clock clock;
    private final AtomicReference<Instant> nextSearch = new AtomicReference<>(Instant.MIN);
    private volatile Loaded loaded = new Loaded(List.of(), List.of(), Instant.MIN);

    KeyRing(StoredKeys stored, MasterKey masterKey, TokenSettings settings, Clock clock) {
        this.stored = stored;
        this.masterKey = masterKey;
        this.settings = settings;
        this.clock = clock;
    }

    /** The key that signs now. */
    RingKey active(SigningAlgorithm algorithm) {
        Instant now = clock.instant();
        return fresh(now).keys().stream()
                .filter(key -> key.algorithm() == algorithm && key.state(now) == State.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + algorithm + " key is active"));
    }

    /** What applications may see: pending, active and retired keys, by algorithm and age. */
    List<RingKey> published() {
        Instant now = clock.instant();
        return fresh(now).published(now).toList();
    }

    /** The published key of this kid. A kid that is unknown is looked up anew, at most once in a few seconds. */
    Optional<RingKey> published(String kid) {
        Instant now = clock.instant();
        Optional<RingKey> known = fresh(now).published(now, kid);
        return known.isEmpty() && maySearch(now) ? load(now).published(now, kid) : known;
    }

    /**
     * Makes what is missing: the first key of an algorithm, and the successor of a key that nears the end of its life. Any number of nodes may do
     * this at once; one of them wins and all use its key.
     *
     * @throws org.gatehouse.vault.SealBroken if the keys were sealed under another master key; nothing is made then
     */
    void tend() {
        // As the database keeps it, so that a key is the same before and after it was stored.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean made = false;
        List<SigningKey> rows = load(now).rows();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            List<SigningKey> keys =
                    rows.stream().filter(key -> key.algorithm == algorithm).toList();
            made |= tend(algorithm, keys, now);
        }
        if (made) load(now);
    }

    /** Erases the private half of the keys that are gone, and says of how many. */
    int eraseGone() {
        return stored.eraseGone(clock.instant());
    }

    private boolean tend(SigningAlgorithm algorithm, List<SigningKey> keys, Instant now) {
        int generation = keys.stream().mapToInt(key -> key.generation).max().orElse(0) + 1;
        Optional<SigningKey> active =
                keys.stream().filter(key -> key.state(now) == State.ACTIVE).findFirst();
        if (active.isEmpty()) {
            // Active at once: nothing else could sign meanwhile, and before an algorithm's first key no JWKS can be one
            // that is stale.
            SigningKey key = RingKey.generate(algorithm, generation, now, now, masterKey);
            store(key, () -> stored.add(key));
            return true;
        }
        if (active.get().retiredAt != null || now.isBefore(successorDue(active.get()))) return false;
        SigningKey key = RingKey.generate(algorithm, generation, now, now.plus(settings.keyLead()), masterKey);
        Instant goneAt = key.activeFrom.plus(LONGEST_TOKEN).plus(LONGEST_CACHE);
        store(key, () -> stored.addSuccessor(key, active.get(), goneAt));
        return true;
    }

    private Instant successorDue(SigningKey active) {
        return active.activeFrom.plus(settings.keyLifetime()).minus(settings.keyLead());
    }

    private void store(SigningKey key, Runnable insert) {
        try {
            insert.run();
            LOG.log(Level.INFO, "made {0} key {1}, active from {2}", key.algorithm, key.kid, key.activeFrom);
        } catch (RuntimeException e) {
            // Databases say in many ways that a row is taken; what counts is whether it is.
            boolean taken = stored.all().stream()
                    .anyMatch(other -> other.algorithm == key.algorithm && other.generation == key.generation);
            if (!taken) throw e;
            LOG.log(Level.INFO, "another node made the next {0} key", key.algorithm);
        }
    }

    private Loaded fresh(Instant now) {
        Loaded known = loaded;
        return now.isBefore(known.at().plus(FRESH)) ? known : load(now);
    }

    private boolean maySearch(Instant now) {
        Instant next = nextSearch.get();
        return !now.isBefore(next) && nextSearch.compareAndSet(next, now.plus(BETWEEN_SEARCHES));
    }

    /** Several threads may load at once: each gets a whole answer, and the last one stays. Keys that are open already stay open. */
    private Loaded load(Instant now) {
        Map<String, RingKey> open = new HashMap<>();
        for (RingKey key : loaded.keys()) open.put(key.kid(), key);
        List<SigningKey> rows = new ArrayList<>(stored.all());
        rows.sort(Comparator.comparing((SigningKey row) -> row.algorithm).thenComparing(row -> row.generation));
        List<RingKey> keys = new ArrayList<>();
        for (SigningKey row : rows) {
            if (row.privateSealed == null || row.state(now) == State.GONE) continue;
            RingKey known = open.get(row.kid);
            keys.add(known == null ? RingKey.open(row, row.privateSealed, masterKey) : known.at(row));
        }
        Loaded fresh = new Loaded(List.copyOf(rows), List.copyOf(keys), now);
        loaded = fresh;
        return fresh;
    }

    /** What was read at a time: all rows, and the keys of those that are not gone. */
    private record Loaded(List<SigningKey> rows, List<RingKey> keys, Instant at) {
        Stream<RingKey> published(Instant now) {
            return keys.stream().filter(key -> key.state(now) != State.GONE);
        }

        Optional<RingKey> published(Instant now, String kid) {
            return published(now).filter(key -> key.kid().equals(kid)).findFirst();
        }
    }
}

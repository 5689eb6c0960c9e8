package org.gatehouse.token;

import com.nimbusds.jose.jwk.JWK;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.token.SigningKey.State;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one family that sign, over time: each is pending, active, retired and gone in turn, and each algorithm has one active key.
 *
 * <p>A node keeps the opened keys for a short time. That is safe because a key is stored a lead of 90 minutes or more before it signs, so that every
 * node knows it by then and all change over at the same instant of the clock. A key that is revoked serves on another node for these 30 seconds at
 * most, and on none longer.
 *
 * <p>A key whose row was damaged is left out on every node: nothing that it signed is taken, and where it is the active one, its algorithm signs nothing
 * until it is revoked. A key that this node alone cannot open, for want of its master key, stops the whole ring of this node.
 */
final class KeyRing {
    /** What came of revoking a key. */
    enum Revocation {
        /** It is gone. */
        DONE,
        /** There is no such key. */
        UNKNOWN,
        /** It was gone before. */
        GONE
    }

    /** No token is valid for longer. */
    static final Duration LONGEST_TOKEN = Duration.ofHours(24);

    /** How long an application may go on using a JWKS that it fetched: longer than any that was measured. */
    static final Duration LONGEST_CACHE = Duration.ofMinutes(90);

    private static final Logger LOG = System.getLogger(KeyRing.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 5;

    private final KeyFamily family;
    private final StoredKeys stored;
    private final MasterKey masterKey;
    private final TokenSettings settings;
    private final Clock clock;
    private final Function<SigningAlgorithm, JWK> pairs;
    private final AtomicReference<Instant> nextSearch = new AtomicReference<>(Instant.MIN);
    private volatile Loaded loaded = new Loaded(List.of(), List.of(), Instant.MIN);

    /** @param pairs makes new pairs, each with its thumbprint as kid */
    KeyRing(
            KeyFamily family,
            StoredKeys stored,
            MasterKey masterKey,
            TokenSettings settings,
            Clock clock,
            Function<SigningAlgorithm, JWK> pairs) {
        this.family = family;
        this.stored = stored;
        this.masterKey = masterKey;
        this.settings = settings;
        this.clock = clock;
        this.pairs = pairs;
    }

    /** The key that signs now. Where the algorithm has none yet, its first one is made. */
    RingKey active(SigningAlgorithm algorithm) {
        begin(algorithm);
        Instant now = clock.instant();
        Loaded known = fresh(now);
        // Where a key was revoked by a node whose clock is ahead, its successor's time comes here in a moment only.
        State signing = active(known.rows(algorithm), now).isPresent() ? State.ACTIVE : State.PENDING;
        return known.first(algorithm, now, signing)
                .orElseThrow(
                        () -> new IllegalStateException("no " + algorithm + " key is active, or it cannot be opened"));
    }

    /**
     * Makes the first key of an algorithm, where there is none yet: for those that are not made at the start.
     *
     * @throws IllegalArgumentException if this family signs in no such way
     */
    void begin(SigningAlgorithm algorithm) {
        if (!family.algorithms().contains(algorithm))
            throw new IllegalArgumentException(family + " tokens are not signed by " + algorithm);
        if (!has(algorithm)) makeFirst(algorithm);
    }

    /** One request at a time, since a pair may take a second; the others find it made. */
    private synchronized void makeFirst(SigningAlgorithm algorithm) {
        Instant now = now();
        if (tend(algorithm, load(now).rows(algorithm), now)) load(now);
    }

    /** Whether the algorithm has a first key. */
    boolean has(SigningAlgorithm algorithm) {
        return !fresh(clock.instant()).rows(algorithm).isEmpty();
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
     * Makes what is missing: the first key of an algorithm that has one from the start, and the successor of a key that nears the end of its life. Any number of nodes may do
     * this at once; one of them wins and all use its key.
     *
     * @throws org.gatehouse.vault.SealBroken if the keys were sealed under another master key; nothing is made then
     */
    void tend() {
        Instant now = now();
        boolean made = false;
        Loaded read = load(now);
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            List<SigningKey> keys = read.rows(algorithm);
            if (!keys.isEmpty() || family.fromTheStart().contains(algorithm)) made |= tend(algorithm, keys, now);
        }
        if (made) load(now);
    }

    /**
     * Makes the successor of the active key before its time, with the same lead.
     *
     * @param account who asks for it, for the trail
     * @return the successor's kid; empty where one is pending already
     */
    Optional<String> rotate(SigningAlgorithm algorithm, String account) {
        Instant now = now();
        List<SigningKey> keys = load(now).rows(algorithm);
        Optional<SigningKey> active = active(keys, now).filter(key -> key.retiredAt == null);
        Optional<String> made = active.flatMap(key -> addSuccessor(key, keys, now, account));
        load(now);
        return made;
    }

    /**
     * Takes a key out at once, whatever its state: nothing that it signed is taken any more. Where it was active, the pending key or else a new one
     * signs from now on.
     *
     * @param account who asks for it, for the trail
     */
    Revocation revoke(String kid, String account) {
        for (int tries = 1; ; tries++) {
            Instant now = now();
            Loaded read = load(now);
            Optional<SigningKey> key =
                    read.rows().stream().filter(row -> row.kid.equals(kid)).findFirst();
            if (key.isEmpty()) return Revocation.UNKNOWN;
            if (key.get().state(now) == State.GONE) return Revocation.GONE;
            try {
                stored.revoke(key.get(), replacement(key.get(), read, now), now, account);
                load(now);
                LOG.log(Level.WARNING, "revoked {0} {1} key {2}", family.text(), key.get().algorithm, kid);
                return Revocation.DONE;
            } catch (RuntimeException e) {
                // Another node changed the keys in between, most likely: what they are now decides anew.
                if (tries == MOST_TRIES) throw e;
            }
        }
    }

    /** All keys that ever were, as they are stored now, by algorithm and age. */
    List<SigningKey> rows() {
        return load(now()).rows();
    }

    /** When the successor of an active key takes over: the time that is set, or the one that the schedule gives. */
    Instant nextRotation(SigningKey active) {
        if (active.retiredAt != null) return active.retiredAt;
        Instant due = successorDue(active);
        Instant now = now();
        return (due.isBefore(now) ? now : due).plus(settings.keyLead());
    }

    /** Erases the private half of the keys that are gone, and says of how many. */
    int eraseGone() {
        return stored.eraseGone(family, clock.instant());
    }

    private boolean tend(SigningAlgorithm algorithm, List<SigningKey> keys, Instant now) {
        Optional<SigningKey> active = active(keys, now);
        if (active.isEmpty()) {
            // It signs already, and its time comes here in a moment: another node, whose clock is ahead, has revoked
            // one.
            if (keys.stream().anyMatch(key -> key.state(now) == State.PENDING)) return false;
            // Active at once: nothing else could sign meanwhile, and before an algorithm's first key no JWKS can be one
            // that is stale.
            SigningKey key = make(algorithm, keys, now, now);
            store(key, () -> stored.add(key));
            return true;
        }
        if (active.get().retiredAt != null || now.isBefore(successorDue(active.get()))) return false;
        addSuccessor(active.get(), keys, now, null);
        return true;
    }

    private Optional<String> addSuccessor(
            SigningKey active, List<SigningKey> keys, Instant now, @Nullable String account) {
        SigningKey key = make(active.algorithm, keys, now, now.plus(settings.keyLead()));
        Instant goneAt = key.activeFrom.plus(LONGEST_TOKEN).plus(LONGEST_CACHE);
        boolean made = store(key, () -> stored.addSuccessor(key, active, goneAt, account));
        return made ? Optional.of(key.kid) : Optional.empty();
    }

    /** A new key, where this one signs and none is to take over. */
    private Optional<SigningKey> replacement(SigningKey revoked, Loaded read, Instant now) {
        if (revoked.state(now) != State.ACTIVE || revoked.retiredAt != null) return Optional.empty();
        return Optional.of(make(revoked.algorithm, read.rows(revoked.algorithm), now, now));
    }

    private SigningKey make(SigningAlgorithm algorithm, List<SigningKey> keys, Instant now, Instant activeFrom) {
        int generation = keys.stream().mapToInt(key -> key.generation).max().orElse(0) + 1;
        return RingKey.seal(family, algorithm, pairs.apply(algorithm), generation, now, activeFrom, masterKey);
    }

    private static Optional<SigningKey> active(List<SigningKey> keys, Instant now) {
        return keys.stream().filter(key -> key.state(now) == State.ACTIVE).findFirst();
    }

    /** The time as the database keeps it, so that a key is the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant successorDue(SigningKey active) {
        return active.activeFrom.plus(settings.keyLifetime()).minus(settings.keyLead());
    }

    private boolean store(SigningKey key, Runnable insert) {
        try {
            insert.run();
            LOG.log(
                    Level.INFO,
                    "made {0} {1} key {2}, active from {3}",
                    family.text(),
                    key.algorithm,
                    key.kid,
                    key.activeFrom);
            return true;
        } catch (RuntimeException e) {
            // Databases say in many ways that a row is taken; what counts is whether it is.
            boolean taken = stored.all(family).stream()
                    .anyMatch(other -> other.algorithm == key.algorithm && other.generation == key.generation);
            if (!taken) throw e;
            LOG.log(Level.INFO, "another node made the next {0} {1} key", family.text(), key.algorithm);
            return false;
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
        List<SigningKey> rows = new ArrayList<>(stored.all(family));
        rows.sort(Comparator.comparing((SigningKey row) -> row.algorithm).thenComparing(row -> row.generation));
        List<RingKey> keys = new ArrayList<>();
        for (SigningKey row : rows) {
            String privateSealed = row.privateSealed;
            if (privateSealed == null || row.state(now) == State.GONE) continue;
            RingKey known = open.get(row.kid);
            if (known != null) keys.add(known.at(row));
            else open(row, privateSealed).ifPresent(keys::add);
        }
        Loaded fresh = new Loaded(List.copyOf(rows), List.copyOf(keys), now);
        loaded = fresh;
        return fresh;
    }

    private Optional<RingKey> open(SigningKey row, String privateSealed) {
        try {
            return Optional.of(RingKey.open(row, privateSealed, masterKey));
        } catch (SealBroken e) {
            if (!e.damaged()) throw e;
            LOG.log(
                    Level.ERROR,
                    "{0} {1} key is left out, revoke it: {2}",
                    family.text(),
                    row.algorithm,
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** What was read at a time: all rows, and the keys of those that are not gone, nor damaged. */
    private record Loaded(List<SigningKey> rows, List<RingKey> keys, Instant at) {
        List<SigningKey> rows(SigningAlgorithm algorithm) {
            return rows.stream().filter(key -> key.algorithm == algorithm).toList();
        }

        Optional<RingKey> first(SigningAlgorithm algorithm, Instant now, State state) {
            return keys.stream()
                    .filter(key -> key.algorithm() == algorithm && key.state(now) == state)
                    .findFirst();
        }

        Stream<RingKey> published(Instant now) {
            return keys.stream().filter(key -> key.state(now) != State.GONE);
        }

        Optional<RingKey> published(Instant now, String kid) {
            return published(now).filter(key -> key.kid().equals(kid)).findFirst();
        }
    }
}

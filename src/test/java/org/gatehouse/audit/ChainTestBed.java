package org.gatehouse.audit;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.token.TokenSystem;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** A trail with its chain, as a node has it. */
final class ChainTestBed {
    static final byte[] MASTER = new byte[MasterKey.BYTES];

    final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    final SeenEnd seen = new SeenEnd();
    final AuditKey key;
    final Audit audit;

    private final TestDatabase database;
    private final EntityManager entities;
    private final Checkpoints checkpoints;
    private final Cutting cutting;

    ChainTestBed(TestDatabase database) {
        this.database = database;
        this.entities = database.entities();
        byte[] opened = database.inTransaction(() -> new Chains(stored(entities)).key());
        this.key = new AuditKey(() -> opened);
        this.audit = new Audit(entities, clock, new Randomness(), key, new AuditTestBed.Nobody(), new Seldom());
        AuditSettings settings =
                new AuditSettings(Duration.ofMinutes(5), Optional.empty(), Optional.of(Duration.ofDays(30)));
        this.checkpoints = new Checkpoints(entities, key, settings, new TokenSystem(clock).checkpoints());
        this.cutting = new Cutting(entities, settings, checkpoints, audit);
    }

    static StoredChain stored(EntityManager entities) {
        return new StoredChain(entities, new MasterKey(MASTER, new Randomness()), new Randomness());
    }

    /** Records so many events, a second apart, and chains them. */
    void chain(int events) {
        for (int i = 0; i < events; i++) {
            clock.move(Duration.ofSeconds(1));
            record(AuditEvent.of("session.begin")
                    .account("account" + i)
                    .wallet("idena:mainnet:0x" + i)
                    .client("client")
                    .detail("the " + i + "th"));
        }
        seal();
    }

    void record(AuditEvent event) {
        database.inTransaction(() -> audit.record(event));
    }

    int seal() {
        return seal(entities);
    }

    int seal(EntityManager node) {
        return TestDatabase.inTransaction(node, () -> new Sealing(node, key).seal(1_000));
    }

    /** Notes the end, as the node does after it has chained. */
    void see() {
        database.inTransaction(() -> stored(entities).end().ifPresent(seen::see));
    }

    Optional<String> checkpoint() {
        return database.inTransaction(() -> checkpoints.makeIfDue(clock.instant()));
    }

    Optional<String> cut() {
        return database.inTransaction(() -> cutting.cut(clock.instant(), 1_000));
    }

    Verification.Report check(String... kept) {
        return database.inTransaction(
                () -> new Verification(new ChainReading(entities), stored(entities), checkpoints, key, seen, clock)
                        .check(List.of(kept)));
    }

    /** The kinds of what is wrong. */
    List<Fault.Kind> faults(String... kept) {
        return check(kept).faults().stream().map(Fault::kind).toList();
    }

    /** Changes rows behind everyone's back. */
    void sql(String statement) {
        database.inTransaction(() -> entities.createNativeQuery(statement).executeUpdate());
    }

    <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}

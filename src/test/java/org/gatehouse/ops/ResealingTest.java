package org.gatehouse.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SealedRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResealingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final byte[] OLD = new byte[MasterKey.BYTES];
    private static final byte[] NEW = new Randomness().bytes(MasterKey.BYTES);

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    @Test
    void aBatchGoesThroughTheTablesUntilItIsFull() {
        Table one = new Table("one", 3);
        Table two = new Table("two", 3);
        Resealing resealing = resealing(changing(), one, two);
        assertEquals(4, sweep(resealing, 4));
        assertEquals(0, one.left);
        assertEquals(2, two.left);
        assertEquals(2, sweep(resealing, 4));
        assertEquals(0, sweep(resealing, 4));
        assertEquals(
                List.of("master-key.reseal", "master-key.reseal", "master-key.reseal"),
                database.texts("select a.action from AuditRow a"));
    }

    @Test
    void nothingIsSealedAnewWhereNoFormerKeyIsGiven() {
        Table rows = new Table("rows", 3);
        assertEquals(0, sweep(resealing(new MasterKey(NEW, new Randomness()), rows), 4));
        MasterKey next = new MasterKey(OLD, Optional.empty(), Optional.of(NEW), new Randomness());
        assertEquals(0, sweep(resealing(next, rows), 4));
        assertEquals(3, rows.left);
        assertEquals(0, database.count("AuditRow"));
    }

    private int sweep(Resealing resealing, int limit) {
        return database.inTransaction(() -> resealing.sweep(NOW, limit));
    }

    private Resealing resealing(MasterKey masterKey, Table... tables) {
        return new Resealing(
                masterKey, instance(tables), AuditTestBed.audit(database.entities(), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static MasterKey changing() {
        return new MasterKey(NEW, Optional.of(OLD), Optional.empty(), new Randomness());
    }

    @SuppressWarnings("unchecked")
    private static Instance<SealedRows> instance(Table... tables) {
        return Fake.of(Instance.class, Map.of("handles", none -> {
            List<Object> handles = new ArrayList<>();
            for (Table table : tables) {
                handles.add(Fake.of(Instance.Handle.class, Map.of("get", nothing -> table, "close", nothing -> null)));
            }
            return handles;
        }));
    }

    private static final class Table implements SealedRows {
        private final String name;
        int left;

        Table(String name, int left) {
            this.name = name;
            this.left = left;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long waiting(String head) {
            return left;
        }

        @Override
        public int reseal(String head, int limit) {
            int done = Math.min(left, limit);
            left -= done;
            return done;
        }
    }
}

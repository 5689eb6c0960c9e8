package org.gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictTest {
    private final AtomicInteger calls = new AtomicInteger();

    /** Work that fails so often with a database's fault of this SQLSTATE, as a JPA provider wraps it, and then succeeds. */
    private Supplier<String> failing(int times, @Nullable String state) {
        return () -> {
            if (calls.incrementAndGet() > times) return "done";
            throw new PersistenceException(new IllegalStateException(new SQLException("fault", state)));
        };
    }

    @Test
    void whatSucceedsIsDoneOnce() {
        assertEquals("done", Conflict.again(failing(0, "23505")));
        assertEquals(1, calls.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "23000", "40001", "40P01", "40000"})
    void whoeverLostAgainstAnotherTransactionTriesOnceMore(String state) {
        assertEquals("done", Conflict.again(failing(1, state)));
        assertEquals(2, calls.get());
    }

    @Test
    void whoeverLosesTwiceGivesUp() {
        assertThrows(PersistenceException.class, () -> Conflict.again(failing(2, "40001")));
        assertEquals(2, calls.get());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"08006", "22001", "42P01", "57014", "90023", "2", "04001"})
    void anyOtherFaultOfTheDatabaseIsNotTriedAgain(@Nullable String state) {
        assertThrows(PersistenceException.class, () -> Conflict.again(failing(1, state)));
        assertEquals(1, calls.get());
    }

    @Test
    void aFaultOfOursIsNotTriedAgain() {
        RuntimeException fault = new IllegalStateException("a defect");
        Supplier<String> defect = () -> {
            calls.incrementAndGet();
            throw fault;
        };
        assertSame(fault, assertThrows(RuntimeException.class, () -> Conflict.again(defect)));
        assertEquals(1, calls.get());
    }

    @Test
    void anExceptionWithoutAStateIsLookedThrough() {
        Supplier<String> work = () -> {
            if (calls.incrementAndGet() > 1) return "done";
            throw new PersistenceException(new SQLException("of the pool", new SQLException("lost", "23505")));
        };
        assertEquals("done", Conflict.again(work));
    }
}

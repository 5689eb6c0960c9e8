package org.gatehouse.database;

import java.sql.SQLException;
import java.util.function.Supplier;

/** Two transactions got into each other's way: the one that lost can simply be done again. */
public final class Conflict {
    private static final String CONSTRAINT = "23";
    private static final String ROLLED_BACK = "40";

    private Conflict() {}

    /**
     * Does something transactional, and once more if it lost against another transaction (SQLSTATE class 23 or 40). Must be called outside of
     * a transaction.
     */
    public static <T> T again(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!isConflict(e)) throw e;
            return work.get();
        }
    }

    /** The same for what gives nothing. */
    public static void again(Runnable work) {
        again(() -> {
            work.run();
            return true;
        });
    }

    private static boolean isConflict(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith(CONSTRAINT)
                        || sql.getSQLState().startsWith(ROLLED_BACK);
            }
        }
        return false;
    }
}

package org.gatehouse.kyc.application;

import java.util.function.Supplier;
import org.gatehouse.database.Conflict;

/** Does something that may be {@link Undone}; once more, with the application as it is by then, where something else changed it meanwhile. */
final class Attempt {
    private Attempt() {}

    /** What came of this work, which is transactional. Called outside of a transaction. */
    static Applied of(Supplier<Application> work) {
        try {
            return new Applied.Done(Conflict.again(() -> twice(work)));
        } catch (Undone e) {
            return new Applied.Not(e.refused());
        }
    }

    private static Application twice(Supplier<Application> work) {
        try {
            return work.get();
        } catch (Undone e) {
            if (!e.lost()) throw e;
            return work.get();
        }
    }
}

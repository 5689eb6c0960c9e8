package org.gatehouse.kyc.review;

import java.util.function.Function;
import org.gatehouse.kyc.application.Application;

/** What came of something that a reviewer did: it is {@link Done} or {@link Not}. */
public sealed interface Reviewed {
    /** What becomes of it: of the application as it is then, or of the refusal. */
    <T> T then(Function<Application, T> done, Function<Not, T> not);

    /** It is done, and this is the application now. */
    record Done(Application application) implements Reviewed {
        @Override
        public <T> T then(Function<Application, T> done, Function<Not, T> not) {
            return done.apply(application);
        }
    }

    /**
     * Nothing was stored.
     *
     * @param why the kind of reason
     * @param sentence what a person may read of it
     */
    record Not(Why why, String sentence) implements Reviewed {
        @Override
        public <T> T then(Function<Application, T> done, Function<Not, T> not) {
            return not.apply(this);
        }
    }

    /** Why something is not done. */
    enum Why {
        /** There is no such application at this client. */
        UNKNOWN,
        /** This actor may not. */
        FORBIDDEN,
        /** It does not go together with what the application is now. */
        CONFLICT,
        /** It was meant for an earlier version of the application. */
        STALE,
        /** What was said is wrong, or the application is not ready for it. */
        INVALID
    }

    static Not unknown() {
        return new Not(Why.UNKNOWN, "There is no such application");
    }

    static Not forbidden(String sentence) {
        return new Not(Why.FORBIDDEN, sentence);
    }

    static Not conflict(String sentence) {
        return new Not(Why.CONFLICT, sentence);
    }

    static Not stale() {
        return new Not(Why.STALE, "The application was changed since you read it. Read it again.");
    }

    static Not invalid(String sentence) {
        return new Not(Why.INVALID, sentence);
    }
}

package org.gatehouse.selfkey;

import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.endpoint.Refusal;

/**
 * What a step of a login came to.
 *
 * @param refusal why it goes no further; empty where it does
 * @param text what the step gives to the next one; of a refusal, what a person may read
 */
record LoginStep(Optional<Refusal> refusal, String text) {
    static LoginStep of(String text) {
        return new LoginStep(Optional.empty(), text);
    }

    static LoginStep refused(Refusal refusal) {
        return refused(refusal, refusal.message());
    }

    static LoginStep refused(Refusal refusal, String said) {
        return new LoginStep(Optional.of(refusal), said);
    }

    /** Goes on with what this step gave. */
    LoginStep then(Function<String, LoginStep> next) {
        return refusal.isPresent() ? this : next.apply(text);
    }
}

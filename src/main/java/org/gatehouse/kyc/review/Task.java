package org.gatehouse.kyc.review;

import java.util.function.LongPredicate;
import org.gatehouse.kyc.application.Actor;

/**
 * Who does something, and to which application.
 *
 * @param actor who
 * @param client at which client
 * @param application the application's id; anything
 * @param version whether this version of it will do
 */
public record Task(Actor actor, String client, String application, LongPredicate version) {
    /** For whichever version is there. */
    public static Task of(Actor actor, String client, String application) {
        return new Task(actor, client, application, any -> true);
    }
}

package org.gatehouse.kyc.review;

import java.util.function.LongPredicate;
import org.gatehouse.kyc.application.Actor;

/**
 * Who does something, and to which application.
 *
 * @param actor who
 * @param lead whether the actor may also undo decisions, and say what others review
 * @param client at which client
 * @param application the application's id; anything
 * @param version whether this version of it will do
 */
public record Task(Actor actor, boolean lead, String client, String application, LongPredicate version) {
    /** Of a client's own server, which may do all that can be done. */
    public Task(Actor actor, String client, String application, LongPredicate version) {
        this(actor, actor.kind() == Actor.Kind.API_KEY, client, application, version);
    }

    /** For whichever version is there. */
    public static Task of(Actor actor, String client, String application) {
        return new Task(actor, client, application, any -> true);
    }
}

package org.gatehouse.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What comes of an authorization request for now. */
public sealed interface Outcome {
    /** The application is answered. */
    record Answered(Answer answer) implements Outcome {}

    /** Nobody knows where an answer might go: the person is told, by a page of ours, and the browser is sent nowhere. */
    record Refused(Reason reason) implements Outcome {}

    /** The same request is to come again as a GET: only then does the browser send our cookies, whatever page it comes from. */
    record Again(String query) implements Outcome {}

    /** The person has something to do first, and the request waits. */
    sealed interface ForPerson extends Outcome {
        /** The request. */
        Waiting waiting();
    }

    /** The person has to show a wallet. */
    record SignIn(Waiting waiting) implements ForPerson {}

    /** The person is signed in and may choose to go on, or to take another wallet. */
    record Choose(Waiting waiting) implements ForPerson {}

    /**
     * The person is asked whether the application may learn of them.
     *
     * @param scope what it asks for
     * @param attributes what it would learn of what the person shares with it
     * @param remembered whether the person is not asked again for the same
     */
    record Consent(Waiting waiting, Set<String> scope, List<ToldAttribute> attributes, boolean remembered)
            implements ForPerson {}

    /**
     * The application does not take the wallet that the person signed in with.
     *
     * @param kinds the kinds that it takes
     */
    record OtherWallet(Waiting waiting, Set<String> kinds) implements ForPerson {}

    /**
     * The person's Idena state is less than the application asks for.
     *
     * @param required the least state that it takes
     * @param state the state that the person has
     * @param nextCeremony when the person can reach another, where the network says so
     */
    record StateTooLow(Waiting waiting, String required, String state, Optional<Instant> nextCeremony)
            implements ForPerson {}

    /** The application asks for an Idena state, and the network cannot be asked just now. */
    record StateUnknown(Waiting waiting) implements ForPerson {}

    /** There is no such request in this browser (any more). */
    record Gone() implements Outcome {}

    /** Why a request is not answered to any application. */
    enum Reason {
        /** Too long, or not in the form of a request. */
        MALFORMED,
        /** No application of this {@code client_id} is registered, or it may not do anything. */
        UNKNOWN_CLIENT,
        /** {@code redirect_uri} is missing, or is not registered for this application. */
        WRONG_REDIRECT;

        /** The stable name, such as {@code unknown-client}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

package org.gatehouse.audit;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the trail are asked for; what is null is not asked for.
 *
 * @param from not before this time
 * @param to before this time
 * @param action how the action begins: {@code session.begin}, or {@code session.} for all of these
 * @param outcome {@code ok}, {@value #NOT_OK}, or the one outcome
 * @param actor who did it, as {@link Circumstances#actor} has it
 * @param account the account that it concerns, or that did it
 * @param client the client that it concerns
 * @param wallet the wallet that it concerns: an address, on Idena or Ethereum, or a CAIP-10 id; or anything else of which a keyed hash is kept
 * @param application the application of KYC that it concerns
 * @param request the id of the call
 */
public record TrailFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable String actor,
        @Nullable String account,
        @Nullable String client,
        @Nullable String wallet,
        @Nullable String application,
        @Nullable String request) {
    /** The outcome of everything that was not done as asked. */
    public static final String NOT_OK = "not-ok";

    private static final Pattern ACTION = Pattern.compile("[a-z.-]{1,60}");

    /**
     * Checks the action.
     *
     * @throws IllegalArgumentException if it is none, nor the beginning of one
     */
    public TrailFilter {
        if (action != null && !ACTION.matcher(action).matches())
            throw new IllegalArgumentException("An action has letters, dots and hyphens only");
    }

    /** All events. */
    public static TrailFilter all() {
        return between(null, null);
    }

    /** All events of a time. */
    public static TrailFilter between(@Nullable Instant from, @Nullable Instant to) {
        return new TrailFilter(from, to, null, null, null, null, null, null, null, null);
    }
}

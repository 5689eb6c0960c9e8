package org.gatehouse.session;

/** Where a sign-in attempt stands. */
public enum AttemptState {
    /** Waits for the wallet. */
    PENDING,
    /** A wallet has proven it; the browser that began it may finish it. */
    PROVEN,
    /** It became a session, which is the only thing that it can become. */
    FINISHED,
    /** Someone ended it: the person, or whoever confirmed it by mistake. */
    ENDED,
    /** Its time is over. */
    EXPIRED
}

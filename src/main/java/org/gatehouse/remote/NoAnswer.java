package org.gatehouse.remote;

/** A server of others could not be asked, or answered nothing that can be used. The message is ours and never repeats what came over the network. */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Whether it makes sense to ask again. */
    public enum Kind {
        /** Over in a moment, perhaps: asking again at once makes sense. */
        PASSING,
        /** Asking again at once would only add to the load. */
        LASTING,
        /** Nobody was asked: too many calls are under way, or the last ones all failed. */
        NOT_ASKED
    }

    /** @param sentence goes on after the name of who was asked */
    NoAnswer(Kind kind, String sentence) {
        // Without a stack trace: in an outage each sign-in makes one, and the sentence says all.
        super(sentence, null, false, false);
        this.kind = kind;
    }

    /**
     * One of the kind {@link Kind#LASTING}.
     *
     * @param sentence goes on after the name of who was asked
     */
    public static NoAnswer lasting(String sentence) {
        return new NoAnswer(Kind.LASTING, sentence);
    }

    /** Whether it makes sense to ask again. */
    public Kind kind() {
        return kind;
    }
}

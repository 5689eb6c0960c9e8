package org.gatehouse.client;

/** A client's entry that cannot be taken. */
final class WrongClient extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * @param member the wrong member, such as {@code groups.when}; empty where it is the entry itself
     * @param sentence what is wrong with it, without what stands there
     */
    WrongClient(String member, String sentence) {
        super(member.isEmpty() ? sentence : member + ": " + sentence);
        this.sentence = member.isEmpty() ? sentence : member + ": " + sentence;
    }

    /** The member and what is wrong with it. */
    String sentence() {
        return sentence;
    }
}

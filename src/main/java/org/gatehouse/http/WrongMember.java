package org.gatehouse.http;

/** What someone wrote as JSON for us cannot be taken, such as a client's entry. */
public final class WrongMember extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;
    private final String sentence;

    /**
     * @param member the wrong member, such as {@code groups.when}; empty where it is the whole
     * @param sentence what is wrong with it, without what stands there
     */
    public WrongMember(String member, String sentence) {
        super(member.isEmpty() ? sentence : member + ": " + sentence);
        this.member = member;
        this.sentence = member.isEmpty() ? sentence : member + ": " + sentence;
    }

    /** The member that is wrong, such as {@code groups.when}; empty where it is the whole. */
    public String member() {
        return member;
    }

    /** The member and what is wrong with it. */
    public String sentence() {
        return sentence;
    }
}

package org.gatehouse.selfkey.did;

/** SelfKey's registry could not be asked, or answered nothing that can be used. */
public final class LedgerAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause what went wrong, for the log */
    public LedgerAway(Throwable cause) {
        super(cause);
    }
}

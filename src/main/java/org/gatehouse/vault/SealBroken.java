package org.gatehouse.vault;

/** What was sealed cannot be opened: it was changed, moved to another place, or sealed under another master key. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    SealBroken(String message, boolean damaged) {
        super(message);
        this.damaged = damaged;
    }

    /** Whether no node can open it: it was changed or moved. If not, it was sealed under another master key or by a later version. */
    public boolean damaged() {
        return damaged;
    }
}

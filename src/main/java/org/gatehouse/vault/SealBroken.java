package org.gatehouse.vault;

/** What was sealed cannot be opened: it was changed, moved to another place, or sealed under another master key. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBroken(String message) {
        super(message);
    }
}

package org.gatehouse.web;

import org.gatehouse.wallet.AccountId;

/** A wallet in the list of the home page. */
public final class WalletLine {
    private final AccountId wallet;
    private final boolean current;
    private final boolean removable;

    WalletLine(AccountId wallet, boolean current, boolean removable) {
        this.wallet = wallet;
        this.current = current;
        this.removable = removable;
    }

    /** The CAIP-10 id, as a form sends it back. */
    public String getId() {
        return wallet.toString();
    }

    /** The address with its checksum. */
    public String getAddress() {
        return wallet.address().toString();
    }

    /** The kind of wallet, as CAIP-2 has the namespace. */
    public String getKind() {
        return wallet.kind();
    }

    /** Whether this session was signed in with it. */
    public boolean isCurrent() {
        return current;
    }

    /** Whether another wallet would be left. */
    public boolean isRemovable() {
        return removable;
    }
}

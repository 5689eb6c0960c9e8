package org.gatehouse.console.account;

import java.time.Instant;
import org.gatehouse.account.LinkedWallet;
import org.gatehouse.http.Moments;

/** A wallet of the account. */
public final class WalletLine {
    private final LinkedWallet wallet;
    private final boolean current;
    private final boolean removable;

    WalletLine(LinkedWallet wallet, boolean current, boolean removable) {
        this.wallet = wallet;
        this.current = current;
        this.removable = removable;
    }

    /** The CAIP-10 id, as a form sends it back. */
    public String getId() {
        return wallet.wallet().toString();
    }

    /** The address with its checksum. */
    public String getAddress() {
        return wallet.wallet().address().toString();
    }

    /** The kind of wallet, as CAIP-2 has the namespace. */
    public String getKind() {
        return wallet.wallet().kind();
    }

    /** Since when it is of the account. */
    public Instant getAt() {
        return wallet.since();
    }

    /** The same for people without JavaScript: in UTC. */
    public String getAtText() {
        return Moments.dateAndTime(wallet.since());
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

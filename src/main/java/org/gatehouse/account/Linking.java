package org.gatehouse.account;

/** What came of adding a wallet to an account. */
public enum Linking {
    /** The wallet is the account's now. */
    ADDED,
    /** It was the account's before. */
    ITS_OWN,
    /** It belongs to another account; nothing was changed. */
    OF_ANOTHER
}

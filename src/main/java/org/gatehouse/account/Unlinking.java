package org.gatehouse.account;

/** What came of taking a wallet from an account. */
public enum Unlinking {
    /** The wallet belongs to nobody now. */
    REMOVED,
    /** It is the only one: without it nobody could sign in to the account. Nothing was changed. */
    LAST,
    /** The account has no such wallet. */
    UNKNOWN
}

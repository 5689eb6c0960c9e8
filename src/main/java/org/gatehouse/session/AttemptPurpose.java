package org.gatehouse.session;

/** What a sign-in attempt is for. It never serves for anything else. */
public enum AttemptPurpose {
    /** To sign in: the session becomes, or stays, that of the wallet's account. */
    SIGN_IN,
    /** To show that it is still the same person: a wallet of another account changes nothing. */
    CONFIRM,
    /** To add the wallet to the account of the session that the browser has. */
    LINK,
    /** To sign in with what a wallet gave to a page of an application, which hands it over: the session is one of {@link Session#handedOver}. */
    ARRIVE
}

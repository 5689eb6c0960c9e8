package org.gatehouse.file;

/** What came of storing a file: it is {@link Stored} or {@link Refused}. */
public sealed interface Storing {
    /** The file is there, unclaimed. Nobody can open it while the virus scanner has not answered. */
    record Stored(StoredFile file) implements Storing {}

    /** Nothing is stored. */
    record Refused(Reason reason) implements Storing {}

    /** Why a file is not stored. */
    enum Reason {
        /** Longer than a file may be, or than the form that it is in. */
        TOO_LARGE,
        /** The account has as much as one may have, all in all or unclaimed, counting what is on its way. */
        OVER_QUOTA,
        /** Nothing is in it. */
        EMPTY,
        /** Its content is of no type that is taken. */
        WRONG_TYPE,
        /** A picture that says that it has too many pixels. */
        TOO_MANY_PIXELS,
        /** The virus scanner found something. */
        INFECTED,
        /** It ended before it was whole, or took too long. */
        BROKEN,
        /** This node stores too much already; later it may be taken. */
        BUSY,
        /** The client that it is for takes none. */
        UNWANTED,
        /** The account is blocked. */
        BLOCKED
    }
}

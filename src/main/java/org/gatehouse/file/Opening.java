package org.gatehouse.file;

import java.io.InputStream;

/** What came of opening a file: it is {@link Opened} or {@link Closed}. */
public sealed interface Opening {
    /**
     * The file can be read.
     *
     * @param content a stream that decrypts while it is read, and throws {@link java.io.IOException} as soon as it comes to something that is not what was
     *     stored; whoever read it to the end has seen the file. The caller closes it.
     */
    record Opened(StoredFile file, InputStream content) implements Opening {}

    /** Why a file cannot be read. */
    enum Closed implements Opening {
        /** There is none of this id that is this owner's. */
        ABSENT,
        /** The virus scanner has not answered yet. */
        HELD,
        /** It held malware, and is erased. */
        INFECTED
    }
}

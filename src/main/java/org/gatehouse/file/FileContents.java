package org.gatehouse.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Keeps the contents of files, which are encrypted before they come here. Called outside of a transaction. */
interface FileContents {
    /**
     * Stores the content of a file as it comes. It can be read when this returns; where the writer fails, nothing can.
     *
     * @param id the file's id
     * @throws IOException if the content cannot be stored, or from the writer
     */
    void write(String id, Writer writer) throws IOException;

    /**
     * The content of a file. The caller closes it.
     *
     * @throws IOException if there is none, or it cannot be read
     */
    InputStream read(String id) throws IOException;

    /**
     * Erases the content of a file, also of one that was never whole.
     *
     * @throws IOException if it may still be there
     */
    void erase(String id) throws IOException;

    /** Makes a content. */
    interface Writer {
        /** Writes all of it, and does not close the stream. */
        void writeTo(OutputStream content) throws IOException;
    }
}

package org.gatehouse.file;

import java.util.Locale;

/** Where contents are kept. */
enum FileStore {
    /** In the database, in pieces. */
    DATABASE,
    /** In a directory that all nodes see. */
    DIRECTORY;

    /** As the configuration has it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.gatehouse.file;

/** What is known of a file's malware; of a file that came while there was no scanner, nothing. */
enum Scan {
    /** Nothing yet: the file is held back. */
    WAITING,
    /** There is none. */
    CLEAN,
    /** There is some: the key of the file is erased. */
    INFECTED
}

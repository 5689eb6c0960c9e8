package org.gatehouse.kyc.page;

import org.gatehouse.file.StoredFile;

/** A file as pages read it. */
public final class FileLine {
    private static final int KILO = 1_000;

    private final StoredFile file;

    FileLine(StoredFile file) {
        this.file = file;
    }

    public String getId() {
        return file.id();
    }

    /** What its owner calls it. */
    public String getName() {
        return file.name();
    }

    /** How long it is, with its unit. */
    public String getSize() {
        if (file.size() < KILO) return file.size() + " B";
        long kilobytes = (file.size() + KILO / 2) / KILO;
        return kilobytes < KILO ? kilobytes + " kB" : (kilobytes + KILO / 2) / KILO + " MB";
    }
}

package org.gatehouse.file;

/**
 * What the virus scanner says of a content.
 *
 * @param scan what is known by it
 * @param text the scanner's name of the malware, or why it was not scanned; empty where it is clean
 */
record Verdict(Scan scan, String text) {
    static final Verdict CLEAN = new Verdict(Scan.CLEAN, "");

    static Verdict infected(String malware) {
        return new Verdict(Scan.INFECTED, malware);
    }

    /** @param why goes on after "the file" */
    static Verdict unscanned(String why) {
        return new Verdict(Scan.WAITING, why);
    }
}

package org.gatehouse.selfkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.gatehouse.vault.Secret;

/**
 * What a wallet is asked to sign: one line that a person can read, with our host, what it is for, and 256 random bits. The wallet signs any text and shows
 * none, but a Ledger shows it, and so does whoever reads the signature later.
 */
final class ChallengeText {
    /** The longest text in bytes, unless the host's name alone takes more. */
    static final int LONGEST = 250;

    private static final int SHORTEST_NAME = 12;

    private ChallengeText() {}

    /**
     * The text.
     *
     * @param host where we are
     * @param client the name of the application; what is not printable in it is left out, and so is what is too long
     * @param random what makes the text one of its kind
     */
    static String of(String host, String client, Secret random) {
        String before = host + " asks you to sign in to ";
        String after = " with SelfKey. Only sign if you began this there. " + random.text();
        int left = LONGEST - before.length() - after.length();
        return before + shortened(printable(client), Math.max(SHORTEST_NAME, left)) + after;
    }

    /** Without control characters, line ends, and marks that turn the direction of what is read. */
    private static String printable(String name) {
        return name.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    }

    private static String shortened(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(UTF_8).length > bytes) end = name.offsetByCodePoints(end, -1);
        return name.substring(0, end).strip();
    }
}

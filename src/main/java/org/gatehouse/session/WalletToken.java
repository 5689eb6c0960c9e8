package org.gatehouse.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.vault.Digests;
import org.gatehouse.vault.Secret;

/**
 * The token that a wallet is given, shows to the person and sends back. It says which attempt is meant and gives no right to anything. Letter
 * case does not matter, as in Idena's reference server.
 *
 * @param text 16 to 128 letters, digits and {@code - . _ ~}, in lower case
 */
public record WalletToken(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9._~-]{16,128}");
    private static final Pattern ANY_CASE = Pattern.compile("[A-Za-z0-9._~-]{16,128}");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    public WalletToken {
        if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not a wallet token");
    }

    /** The token of this text, in any letter case; empty where the text has not its form. */
    public static Optional<WalletToken> parse(String text) {
        // Before the change of case: the Kelvin sign, which is no letter of ours, becomes a k.
        if (!ANY_CASE.matcher(text).matches()) return Optional.empty();
        return Optional.of(new WalletToken(text.toLowerCase(Locale.ROOT)));
    }

    /** The token of the attempt that this browser secret began: 130 bits that follow from the secret, so that only their hash is stored. */
    static WalletToken of(Secret browser) {
        byte[] bytes = browser.derive("wallet token");
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int filled = 0;
        for (int next = 0; text.length() < LENGTH; ) {
            if (filled < BITS) {
                buffer = (buffer << 8) | (bytes[next++] & 0xff);
                filled += 8;
            }
            filled -= BITS;
            text.append(BASE32.charAt((buffer >> filled) & 31));
            buffer &= (1 << filled) - 1;
        }
        return new WalletToken(text.toString());
    }

    /** What is stored and looked up. */
    public String hash() {
        return Digests.sha256(text);
    }
}

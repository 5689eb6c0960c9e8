package org.gatehouse.web;

import java.util.HexFormat;
import java.util.Locale;
import org.gatehouse.vault.Digests;

/**
 * A picture that follows from a text, so that people recognise an address at a glance: five by five fields, the left half mirrored.
 * It proves nothing: whoever tries long enough finds an address with a similar picture.
 *
 * @param path the fields that are set, on a square of five units
 * @param hue of the colour, in degrees
 */
record Identicon(String path, int hue) {
    private static final int FIELDS = 5;

    /** The picture of this text; letter case does not matter. */
    static Identicon of(String text) {
        byte[] bytes = HexFormat.of().parseHex(Digests.sha256(text.toLowerCase(Locale.ROOT)));
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x < FIELDS; x++) {
                int mirrored = Math.min(x, FIELDS - 1 - x);
                boolean set = (bytes[y * 3 + mirrored] & 1) == 1;
                if (set) path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        int hue = ((bytes[30] & 0xff) << 8 | (bytes[31] & 0xff)) % 360;
        return new Identicon(path.toString(), hue);
    }

    /** The colour of the fields: dark enough for a light ground. */
    String ink() {
        return "hsl(" + hue + " 55% 38%)";
    }

    /** The colour of the ground. */
    String ground() {
        return "hsl(" + hue + " 45% 90%)";
    }
}

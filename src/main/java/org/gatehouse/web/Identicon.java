package org.gatehouse.web;

import java.util.HexFormat;
import java.util.Locale;
import org.gatehouse.vault.Digests;

/**
 * A picture that follows from a text, so that people recognise an address at a glance: five by five fields, the left half mirrored, in two
 * colours. It proves nothing: whoever tries long enough finds an address with a similar picture.
 *
 * @param path the fields of the first colour, as an SVG path on a square of five units
 * @param spots the fields of the second colour
 * @param hue of the first colour, in degrees
 */
record Identicon(String path, String spots, int hue) {
    private static final int FIELDS = 5;
    private static final int OTHER_HUE = 150;

    /** The picture of this text; letter case does not matter. */
    static Identicon of(String text) {
        byte[] bytes = HexFormat.of().parseHex(Digests.sha256(text.toLowerCase(Locale.ROOT)));
        StringBuilder path = new StringBuilder();
        StringBuilder spots = new StringBuilder();
        for (int y = 0; y < FIELDS; y++) {
            for (int x = 0; x < FIELDS; x++) {
                int mirrored = Math.min(x, FIELDS - 1 - x);
                // Of eight values, three leave the field empty, three take the first colour and two the second.
                int value = bytes[y * 3 + mirrored] & 7;
                if (value > 2) (value < 6 ? path : spots).append(field(x, y));
            }
        }
        int hue = ((bytes[30] & 0xff) << 8 | (bytes[31] & 0xff)) % 360;
        return new Identicon(path.toString(), spots.toString(), hue);
    }

    private static String field(int x, int y) {
        return "M" + x + " " + y + "h1v1h-1z";
    }

    /** The second colour. */
    String spot() {
        return "hsl(" + (hue + OTHER_HUE) % 360 + " 60% 48%)";
    }

    /** The first colour: dark enough for a light ground. */
    String ink() {
        return "hsl(" + hue + " 55% 38%)";
    }

    /** The colour of the ground. */
    String ground() {
        return "hsl(" + hue + " 45% 90%)";
    }
}

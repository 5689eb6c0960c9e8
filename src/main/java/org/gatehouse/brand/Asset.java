package org.gatehouse.brand;

import java.util.HexFormat;
import java.util.Locale;
import org.gatehouse.vault.Digests;

/**
 * A file that browsers fetch: its name follows from what is in it, so that they may keep it for good.
 *
 * @param name below {@code /assets/brand/}
 * @param type the media type
 */
record Asset(String name, String type, byte[] bytes) {
    private static final int NAME = 32;

    static Asset of(String extension, String type, byte[] bytes) {
        return new Asset(
                Digests.sha256(HexFormat.of().formatHex(bytes)).substring(0, NAME) + "."
                        + extension.toLowerCase(Locale.ROOT),
                type,
                bytes);
    }

    /** Its path below the base of all links. */
    String path() {
        return "assets/brand/" + name;
    }
}

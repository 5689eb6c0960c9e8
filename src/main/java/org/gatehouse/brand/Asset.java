package org.gatehouse.brand;

import java.util.HexFormat;
import org.gatehouse.vault.Digests;

/** A file that browsers fetch: its name follows from what is in it, so that they may keep it for good. */
final class Asset {
    private static final int NAME = 32;

    private final String name;
    private final String type;
    private final byte[] bytes;

    private Asset(String name, String type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    /** The file of this media type and content. */
    static Asset of(String extension, String type, byte[] bytes) {
        String hash = Digests.sha256(HexFormat.of().formatHex(bytes));
        return new Asset(hash.substring(0, NAME) + "." + extension, type, bytes);
    }

    /** Its name below {@code /assets/brand/}. */
    String name() {
        return name;
    }

    /** The media type. */
    String type() {
        return type;
    }

    /** What is in it; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Its path below the base of all links. */
    String path() {
        return "assets/brand/" + name;
    }
}

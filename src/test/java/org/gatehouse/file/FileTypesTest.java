package org.gatehouse.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileTypesTest {
    private static final String OGG = "4f67675300020000000000000000b1b2b3b400000000c1c2c3c4011e";

    @Test
    void picturesDocumentsAndRecordingsAreKnownByTheirFirstBytes() {
        Map<String, byte[]> files = Map.of(
                "image/jpeg", hex("ffd8ffe000104a46494600010100"),
                "image/png", hex("89504e470d0a1a0a0000000d49484452"),
                "application/pdf", text("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"),
                "audio/mpeg", hex("fffb9064000f00000690000000080000"),
                "audio/x-wav", hex("524946462400000057415645666d7420100000000100"),
                "audio/ogg", join(hex(OGG), text("\u0001vorbis")));
        files.forEach((type, content) -> assertEquals(Optional.of(type), FileTypes.of(content), type));
        assertEquals(Optional.of("audio/ogg"), FileTypes.of(join(hex(OGG), text("OpusHead"), new byte[20])));
        for (String brand : List.of("M4A ", "mp41", "mp42", "isom", "iso2", "iso5", "iso6", "avc1", "dash", "msdh"))
            assertEquals(
                    Optional.of("audio/mp4"),
                    FileTypes.of(join(hex("00000020"), text("ftyp" + brand), hex("00000000"))),
                    brand);
    }

    @Test
    void nothingElseIsTaken() {
        List<byte[]> files = List.of(
                text("plain text"),
                text("<!DOCTYPE html><html><body>%PDF</body></html>"),
                text("<html><script>alert(1)</script></html>"),
                text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
                text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                text("#!/bin/sh\nrm -r /\n"),
                text("MZ\u0090\u0000"),
                text("\u007fELF\u0002\u0001\u0001"),
                text("PK\u0003\u0004"),
                text("GIF89a"),
                text("\0\0\0 ftypqt  \0\0\0\0"),
                text("\0\0\0 ftypheic\0\0\0\0"),
                text("\0\0\0 ftypiso"),
                hex("d0cf11e0a1b11ae1"),
                hex("00"));
        for (byte[] content : files) assertEquals(Optional.empty(), FileTypes.of(content));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... pieces) {
        return org.bouncycastle.util.Arrays.concatenate(pieces);
    }
}

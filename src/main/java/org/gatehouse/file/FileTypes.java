package org.gatehouse.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.gatehouse.http.Json;

/**
 * The types of files that are taken: pictures, PDF and recordings, as the attributes of SelfKey's repository have them. Nothing that a browser or an office
 * program would run.
 */
final class FileTypes {
    /** How many bytes of a file tell its type. */
    static final int HEAD = 64 * 1024;

    /** What Tika calls them, and we. */
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("image/jpeg", "image/jpeg"),
            Map.entry("image/png", "image/png"),
            Map.entry("application/pdf", "application/pdf"),
            Map.entry("audio/mpeg", "audio/mpeg"),
            Map.entry("audio/mp4", "audio/mp4"),
            // By its first bytes a recording does not differ from a film.
            Map.entry("video/mp4", "audio/mp4"),
            Map.entry("audio/ogg", "audio/ogg"),
            Map.entry("audio/vorbis", "audio/ogg"),
            Map.entry("audio/opus", "audio/ogg"),
            Map.entry("audio/speex", "audio/ogg"),
            Map.entry("audio/vnd.wave", "audio/x-wav"));

    /** What the first box of an MP4 file says that Tika takes for QuickTime's: the brands of ISO/IEC 14496-12 and of DASH. */
    private static final Pattern MP4 = Pattern.compile("ftyp(iso[m2-9]|avc1|mp71|dash|msdh)");

    private FileTypes() {}

    /** The type of a file that begins so, by its content alone; empty where it is none that is taken. */
    static Optional<String> of(byte[] head) {
        try {
            String type = MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(head), new Metadata())
                    .toString();
            return Optional.ofNullable(TAKEN.get(isMp4(head) ? "video/mp4" : type));
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory does not fail", e);
        }
    }

    /** The same of a file that is given to a person: besides, {@code application/json} of a whole JSON object. */
    static Optional<String> ofGiven(byte[] head) {
        return of(head).or(() -> Json.parse(head).map(object -> "application/json"));
    }

    private static boolean isMp4(byte[] head) {
        return head.length >= 12
                && MP4.matcher(new String(head, 4, 8, StandardCharsets.ISO_8859_1))
                        .matches();
    }
}

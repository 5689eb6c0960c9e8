package org.gatehouse.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

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

    private FileTypes() {}

    /** The type of a file that begins so, by its content alone; empty where it is none that is taken. */
    static Optional<String> of(byte[] head) {
        try {
            String type = MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(head), new Metadata())
                    .toString();
            return Optional.ofNullable(TAKEN.get(type));
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory does not fail", e);
        }
    }
}

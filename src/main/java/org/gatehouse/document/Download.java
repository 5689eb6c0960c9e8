package org.gatehouse.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.file.Opening;
import org.gatehouse.file.StoredFile;

/** Files as answers: saved and never shown by browsers, kept by no cache. */
public final class Download {
    private Download() {}

    /** The answer with the file's content, or why there is none. */
    public static Response of(Opening opening) {
        if (opening instanceof Opening.Opened opened) return of(opened.file(), opened.content());
        return switch ((Opening.Closed) opening) {
            case ABSENT -> Refusal.NOT_FOUND.response("File not found");
            case HELD -> Refusal.UNAVAILABLE.response("The file is being checked for malware. Try again later.");
            case INFECTED -> Refusal.NOT_FOUND.response("The file held malware and was erased");
        };
    }

    /** The content is decrypted while it is sent: where it turns out not to be what was stored, the answer breaks off. */
    private static Response of(StoredFile file, InputStream content) {
        return Response.ok(content, file.type())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The value of {@code Content-Disposition}: a download with the file's name. */
    public static String disposition(StoredFile file) {
        return "attachment; filename*=UTF-8''" + encoded(file.name());
    }

    /** As RFC 8187 section 3.2 has it. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}

package org.gatehouse.document;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gatehouse.file.StoredFile;

/** Files as answers: saved and never shown by browsers, kept by no cache. */
public final class Download {
    private Download() {}

    /** The answer with this content, which is decrypted while it is sent: where it turns out not to be what was stored, the answer breaks off. */
    public static Response of(StoredFile file, InputStream content) {
        return Response.ok(content, file.type())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(file.name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** As RFC 8187 section 3.2 has it. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}

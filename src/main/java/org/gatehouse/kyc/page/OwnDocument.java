package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.file.Files;
import org.gatehouse.file.StoredFile;

/** Sends a person a file that stands in an application of theirs. */
@Dependent
class OwnDocument {
    private final Files files;

    @Inject
    OwnDocument(Files files) {
        this.files = files;
    }

    /** Sends the file, as a download; false where there is none of this id in the application. */
    boolean send(Own own, String id, HttpServletResponse response) throws IOException {
        Optional<StoredFile> file = GivenLine.files(own.application().dossier()).contains(id)
                ? files.find(id, own.owner())
                : Optional.empty();
        if (file.isEmpty()) return false;
        Optional<InputStream> content = files.open(id, own.owner());
        if (content.isEmpty()) return false;
        try (InputStream bytes = content.get()) {
            response.setContentType(file.get().type());
            response.setContentLengthLong(file.get().size());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''" + encoded(file.get().name()));
            bytes.transferTo(response.getOutputStream());
        }
        return true;
    }

    /** As RFC 8187 section 3.2 has it. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}

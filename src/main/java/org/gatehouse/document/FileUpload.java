package org.gatehouse.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Multipart;
import org.jspecify.annotations.Nullable;

/** One document of a wallet: a form with one part, its file. */
@Dependent
class FileUpload {
    private static final String DOCUMENT = "document";

    private final Uploads uploads;

    @Inject
    FileUpload(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * Stores the file of a form.
     *
     * @param type the {@code Content-Type}, or null
     * @param length the {@code Content-Length}, or less than 0
     * @return 200 with its id, or a refusal, after which nothing is stored
     */
    Response answer(Applicant applicant, @Nullable String type, long length, InputStream body) {
        Optional<Refused> refusal = uploads.refusal(applicant);
        if (refusal.isPresent()) return refusal.get().answer();
        try {
            Multipart form = new Multipart(type, length, body, Files.MAX_BYTES + Multipart.FRAME_BYTES, 2);
            Optional<Multipart.Part> part =
                    form.next().filter(first -> first.name().equals(DOCUMENT));
            return part.isPresent() ? store(applicant, form, part.get()) : Refusal.FILE_INVALID.response();
        } catch (Multipart.TooLarge e) {
            return refused(Storing.Reason.TOO_LARGE);
        } catch (IOException e) {
            return Refusal.FILE_INVALID.response();
        }
    }

    private Response store(Applicant applicant, Multipart form, Multipart.Part part) throws IOException {
        Storing storing = uploads.store(applicant, part);
        if (storing instanceof Storing.Refused refused) return refused(refused.reason());
        String id = ((Storing.Stored) storing).file().id();
        boolean alone = false;
        try {
            alone = form.next().isEmpty();
        } finally {
            if (!alone) uploads.discard(applicant, List.of(id));
        }
        return alone ? JsonAnswer.ok(Json.object().add("id", id).build()) : Refusal.FILE_INVALID.response();
    }

    private static Response refused(Storing.Reason reason) {
        return Uploads.refusal(reason).response(Uploads.sentence(reason));
    }
}

package org.gatehouse.kyc.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.document.Uploads;
import org.gatehouse.file.Files;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Multipart;
import org.gatehouse.kyc.application.Application;

/** Takes files that relying parties add to applications: a form with the parts {@code type}, first, and {@code file}. */
@Dependent
public class Attaching {
    private static final int PARTS = 2;

    private final Review review;
    private final Files files;
    private final Integrations integrations;

    @Inject
    Attaching(Review review, Files files, Integrations integrations) {
        this.review = review;
        this.files = files;
        this.integrations = integrations;
    }

    /** Adds the file of a form to an application; the answer is that of the API: 201, or why not. */
    public Response attach(Task task, HttpServletRequest request, InputStream body) {
        Optional<Application> application = review.find(task.client(), task.application());
        if (application.isEmpty()) return ServerCalls.refused(Reviewed.unknown());
        try {
            Multipart form = new Multipart(
                    request.getContentType(),
                    request.getContentLengthLong(),
                    body,
                    Files.MAX_BYTES + Multipart.FRAME_BYTES,
                    PARTS);
            Optional<Multipart.Part> type =
                    form.next().filter(part -> part.name().equals("type"));
            if (type.isEmpty()) return noForm();
            String name = new String(type.get().bytes(Review.LONGEST_TYPE * 4), StandardCharsets.UTF_8);
            Optional<Reviewed.Not> refused = review.refusesFile(task, name);
            if (refused.isPresent()) return ServerCalls.refused(refused.get());
            Optional<Multipart.Part> file =
                    form.next().filter(part -> part.name().equals("file"));
            return file.isEmpty() ? noForm() : attach(task, application.get(), name, file.get());
        } catch (IOException e) {
            return noForm();
        }
    }

    private Response attach(Task task, Application application, String type, Multipart.Part file) throws IOException {
        Storing storing = files.storeGiven(
                Review.owner(application),
                Review.purpose(application),
                file.fileName().orElse("document"),
                file.content());
        if (storing instanceof Storing.Refused refused) return refused(refused.reason());
        String id = ((Storing.Stored) storing).file().id();
        return integrations.done(review.attach(task, type, id), Response.Status.CREATED);
    }

    /** As uploads of applicants are refused: whether the same may be sent again later is told by the status. */
    static Response refused(Storing.Reason reason) {
        return Uploads.refusal(reason).response(Uploads.sentence(reason));
    }

    private static Response noForm() {
        return ServerCalls.refused(
                Reviewed.invalid("The body should be a form with the parts type and file, in this order"));
    }
}

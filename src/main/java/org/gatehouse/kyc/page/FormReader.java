package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.document.Uploads;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Multipart;

/** Reads a form as it comes: texts into its fields, files into the person's files, of which the fields are told. What the form does not ask for is skipped. */
@Dependent
class FormReader {
    private static final int MOST_PARTS = 500;
    private static final int MOST_BYTES_OF_TEXT = 8_192;

    private final Uploads uploads;

    @Inject
    FormReader(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * Reads the body of a request into a form.
     *
     * @param files finds files that were handed in with the form before, and still are to be sent on
     * @throws IOException if the body is no form, too long, or ends before its end
     */
    void read(HttpServletRequest request, Applicant applicant, ItemForm form, FileFinder files) throws IOException {
        Multipart body = new Multipart(
                request.getContentType(),
                request.getContentLengthLong(),
                request.getInputStream(),
                Multipart.MAX_BYTES,
                MOST_PARTS);
        for (Optional<Multipart.Part> part = body.next(); part.isPresent(); part = body.next()) {
            Optional<Field> field = form.field(part.get().name());
            if (field.isPresent()) read(part.get(), field.get(), applicant, files);
        }
    }

    private void read(Multipart.Part part, Field field, Applicant applicant, FileFinder files) throws IOException {
        Optional<String> fileName = part.fileName();
        if (fileName.isPresent()) {
            // Browsers send a part without a name and content for an input that nobody has touched.
            if (field.kind().ofFiles() && !fileName.get().isEmpty()) store(part, field, applicant);
            return;
        }
        String text = new String(part.bytes(MOST_BYTES_OF_TEXT), StandardCharsets.UTF_8);
        if (field.kind().ofFiles()) files.apply(text).ifPresent(field::take);
        else field.take(text.replace("\r\n", "\n"));
    }

    private void store(Multipart.Part part, Field field, Applicant applicant) throws IOException {
        Storing storing = uploads.store(applicant, part);
        if (storing instanceof Storing.Stored stored) field.take(stored.file());
        else field.fail(error(((Storing.Refused) storing).reason()));
    }

    /** What is said beside the field, in the resource bundles. */
    static String error(Storing.Reason reason) {
        return "file." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

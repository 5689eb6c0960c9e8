package org.gatehouse.document;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.file.Storing;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;

/** Gives files back to the person who stored them and is not blocked. Of anyone else's it is not even said that they are there. */
@Dependent
public class OwnFiles {
    private static final String NOT_FOUND = "File not found";

    private final Uploads uploads;
    private final Files files;

    @Inject
    OwnFiles(Uploads uploads, Files files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** Where the content is. */
    Response address(Applicant applicant, String id) {
        if (uploads.blocked(applicant)) return blocked();
        return uploads.owner(applicant)
                .flatMap(owner -> files.find(id, owner))
                .map(file -> JsonAnswer.ok(Json.object()
                        .add("url", applicant.root().url() + "/users/files/" + file.id() + "/content")
                        .build()))
                .orElseGet(() -> Refusal.NOT_FOUND.response(NOT_FOUND));
    }

    /** The content, decrypted while it is sent: where it turns out not to be what was stored, the answer breaks off. */
    public Response content(Applicant applicant, String id) {
        if (uploads.blocked(applicant)) return blocked();
        return uploads.owner(applicant)
                .map(owner -> content(id, owner))
                .orElseGet(() -> Refusal.NOT_FOUND.response(NOT_FOUND));
    }

    private static Response blocked() {
        return Refusal.FORBIDDEN.response(Uploads.sentence(Storing.Reason.BLOCKED));
    }

    private Response content(String id, Owner owner) {
        try {
            return Download.of(files.open(id, owner));
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be read", e);
        }
    }
}

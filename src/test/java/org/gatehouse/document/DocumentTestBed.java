package org.gatehouse.document;

import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.account.Accounts;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.EndpointTestBed;
import org.gatehouse.file.Files;

/** Opens this room to the tests of others. */
public final class DocumentTestBed {
    private final Uploads uploads;
    private final FileUpload upload;
    private final OwnFiles own;

    private DocumentTestBed(Accounts accounts, Files files) {
        uploads = new Uploads(EndpointTestBed.admissions(accounts), accounts, files);
        upload = new FileUpload(uploads);
        own = new OwnFiles(uploads, files);
    }

    /** The room, with its documents among these files. */
    public static DocumentTestBed of(Accounts accounts, Files files) {
        return new DocumentTestBed(accounts, files);
    }

    /** What other rooms store documents with. */
    public Uploads uploads() {
        return uploads;
    }

    /** Someone uploads a document, as a form of this type and of unknown length. */
    public Response upload(Applicant applicant, String type, InputStream body) {
        return upload.answer(applicant, type, -1, body);
    }

    /** Someone asks where the content of a document is. */
    public Response address(Applicant applicant, String id) {
        return own.address(applicant, id);
    }

    /** Someone asks for the content of a document. */
    public Response content(Applicant applicant, String id) {
        return own.content(applicant, id);
    }
}

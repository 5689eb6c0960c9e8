package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.gatehouse.document.Download;
import org.gatehouse.file.Files;
import org.gatehouse.file.Opening;

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
        if (!GivenLine.files(own.application().dossier()).contains(id)) return false;
        if (!(files.open(id, own.owner()) instanceof Opening.Opened opened)) return false;
        try (InputStream bytes = opened.content()) {
            response.setContentType(opened.file().type());
            response.setContentLengthLong(opened.file().size());
            response.setHeader("Content-Disposition", Download.disposition(opened.file()));
            bytes.transferTo(response.getOutputStream());
        }
        return true;
    }
}

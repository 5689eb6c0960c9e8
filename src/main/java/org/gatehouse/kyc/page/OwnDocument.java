package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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

    /** Sends the file, as a download; or gives the page that says why there is none. */
    Optional<View> send(Own own, String id, HttpServletResponse response) throws IOException {
        if (!GivenLine.files(own.application().dossier()).contains(id)) return Optional.of(View.NOT_YOURS);
        Opening opening = files.open(id, own.owner());
        if (!(opening instanceof Opening.Opened opened)) return Optional.of(why((Opening.Closed) opening));
        try (InputStream bytes = opened.content()) {
            response.setContentType(opened.file().type());
            response.setContentLengthLong(opened.file().size());
            response.setHeader("Content-Disposition", Download.disposition(opened.file()));
            bytes.transferTo(response.getOutputStream());
        }
        return Optional.empty();
    }

    private static View why(Opening.Closed closed) {
        return switch (closed) {
            case ABSENT -> View.NOT_YOURS;
            case HELD -> View.HELD;
            case INFECTED -> View.INFECTED;
        };
    }
}

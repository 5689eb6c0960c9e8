package org.gatehouse.console.review;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.console.Visitor;
import org.gatehouse.document.Download;
import org.gatehouse.file.Files;
import org.gatehouse.file.Opening;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.review.Review;

/**
 * The bytes of documents, for the page of their application: as what they are, a download wherever else they are asked for, and never run, framed or kept. Each time
 * that one is sent stands in the trail.
 */
@WebServlet("/console/review/document/*")
class DocumentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Review review;

    @Inject
    transient Files files;

    @Inject
    transient Visitor visitor;

    @Inject
    transient Audit audit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String file = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        String client = Optional.ofNullable(request.getParameter("client")).orElse("");
        Optional<Application> application =
                review.ofFile(client, file).filter(found -> found.id().equals(request.getParameter("id")));
        Opening opening =
                application.isPresent() ? files.open(file, Review.owner(application.get())) : Opening.Closed.ABSENT;
        if (opening instanceof Opening.Opened opened) send(application.orElseThrow(), opened, response);
        else response.sendError(status((Opening.Closed) opening));
    }

    private static int status(Opening.Closed closed) {
        return switch (closed) {
            case ABSENT -> HttpServletResponse.SC_NOT_FOUND;
            case HELD -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case INFECTED -> HttpServletResponse.SC_GONE;
        };
    }

    private void send(Application application, Opening.Opened opened, HttpServletResponse response) throws IOException {
        try (InputStream bytes = opened.content()) {
            audit.record(AuditEvent.of("kyc.file.view")
                    .byAccount(visitor.account())
                    .account(application.account())
                    .client(application.client())
                    .application(application.id())
                    .detail(opened.file().id()));
            response.setContentType(opened.file().type());
            response.setContentLengthLong(opened.file().size());
            response.setHeader("Content-Disposition", Download.disposition(opened.file()));
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            bytes.transferTo(response.getOutputStream());
        }
    }
}

package org.gatehouse.kyc.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The pages of this room, as those of {@code web}. */
enum View {
    APPLICATION("kyc-application", 200),
    /** The same, with what is wrong in the form. */
    WRONG("kyc-application", 422),
    LIST("kyc-list", 200),
    /** Nobody knows who is there. */
    SIGN_IN("kyc-signin", 403),
    /** There is no such application of the person's. */
    NOT_YOURS("kyc-not-yours", 404),
    /** The file is being checked for malware. */
    HELD("kyc-file-held", 503),
    /** The file held malware. */
    INFECTED("kyc-file-infected", 410);

    private final String name;
    private final int status;

    View(String name, int status) {
        this.name = name;
        this.status = status;
    }

    void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(status);
        request.getRequestDispatcher("/WEB-INF/pages/" + name + ".xhtml").forward(request, response);
    }
}

package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Applied;
import org.gatehouse.kyc.application.Applying;

/** The small forms of an application: something to say, and the button that cancels. */
@Dependent
class Forms {
    private final PublicUrl publicUrl;
    private final Applying applying;

    @Inject
    Forms(PublicUrl publicUrl, Applying applying) {
        this.publicUrl = publicUrl;
        this.applying = applying;
    }

    /** Does what the form asks for, and sends the browser back to the page. */
    void act(Own own, HttpServletRequest request, HttpServletResponse response) {
        String message =
                Optional.ofNullable(request.getParameter("message")).orElse("").strip();
        if ("cancel".equals(request.getParameter("action"))) {
            goOn(own, note("canceled", cancel(own)), response);
        } else {
            goOn(own, message.isEmpty() ? "nothing" : note("said", say(own, message)), response);
        }
    }

    private Applied cancel(Own own) {
        return applying.change(
                own.applicant(), own.application().id(), ApplicationStatus.CANCELED.code(), Optional.empty());
    }

    private Applied say(Own own, String message) {
        return applying.say(own.applicant(), own.application().id(), message.replace("\r\n", "\n"));
    }

    private static String note(String done, Applied applied) {
        return applied instanceof Applied.Done ? done : "not";
    }

    /** Sends the browser to the application's page by a plain GET. */
    void goOn(Own own, String note, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        String page =
                ApplicationPath.page(own.applicant().client(), own.application().id());
        response.setHeader("Location", publicUrl.at(page + "?note=" + note));
    }
}

package org.gatehouse.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import org.gatehouse.http.PublicUrl;

/** Sends the browser to another page: 303, so that a reload never sends a form again. */
@Dependent
class Redirect {
    private final PublicUrl publicUrl;

    @Inject
    Redirect(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** To the address of an application, which is registered. */
    void toApplication(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** To this path below the public URL. */
    void to(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", publicUrl.at(path));
    }
}

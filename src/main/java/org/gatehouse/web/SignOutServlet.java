package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/** Ends this browser's session. */
@WebServlet("/signout")
class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Redirect redirect;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        cookies.read(request, SessionCookies.SESSION).ifPresent(sessions::end);
        cookies.clear(response, SessionCookies.SESSION);
        redirect.to("/", response);
    }
}

package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.http.Cookies;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/** The home page. */
@WebServlet("")
class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Sessions sessions;

    @Inject
    transient HomePage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find).ifPresent(page::show);
        View.HOME.show(request, response);
    }
}

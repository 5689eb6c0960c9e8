package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.session.Sessions;

/** Ends an attempt that a wallet confirmed for someone else's browser: {@code /signin/disown/{attempt id}}. */
@WebServlet("/signin/disown/*")
class DisownServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Sessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> id = AttemptPath.orNotFound(request, response);
        if (id.isEmpty()) return;
        (sessions.disown(id.get()) ? View.DISOWNED : View.GONE).show(request, response);
    }
}

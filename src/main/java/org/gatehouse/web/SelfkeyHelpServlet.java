package org.gatehouse.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what people need who want to sign in with SelfKey and whose browser lacks the extension. */
@WebServlet("/signin/selfkey-help")
class SelfkeyHelpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        View.SELFKEY_HELP.show(request, response);
    }
}

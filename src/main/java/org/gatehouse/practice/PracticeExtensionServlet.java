package org.gatehouse.practice;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the practice wallet shows in a page that has the button "Login with SelfKey", in the place of SelfKey's browser extension. */
@WebServlet("/practice-wallet/lws")
class PracticeExtensionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Browsers that know {@code frame-ancestors} do not look at {@code X-Frame-Options} then (CSP Level 3, section 6.4.2). */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; "
                    + "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*; base-uri 'none'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        request.getRequestDispatcher("/WEB-INF/pages/practice-lws.xhtml").forward(request, response);
    }
}

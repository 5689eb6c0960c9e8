package org.gatehouse.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** Ends the session here, and sends the browser on to Gatehouse, which ends its own. */
@WebServlet("/signout")
public class ElytronSignOut extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        OidcSecurityContext person = ((OidcPrincipal<?>) request.getUserPrincipal()).getOidcSecurityContext();
        String url = request.getRequestURL().toString();
        String home = url.substring(0, url.length() - request.getServletPath().length()) + "/";
        String gatehouse = person.getIDToken().getIssuer();
        String idToken = person.getIDTokenString();
        request.getSession().invalidate();
        request.logout();
        response.sendRedirect(gatehouse + "/oauth2/logout?id_token_hint=" + idToken + "&post_logout_redirect_uri="
                + URLEncoder.encode(home, StandardCharsets.UTF_8));
    }
}

package org.gatehouse.portal;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.wildfly.security.http.oidc.OidcPrincipal;

/** A page for whoever is signed in, and one for people in the group Human: {@code web.xml} says so. */
@WebServlet({"/person", "/humans"})
public class ElytronPerson extends PersonServlet {
    private static final long serialVersionUID = 1;

    @Override
    String accessToken(HttpServletRequest request) {
        OidcPrincipal<?> person = (OidcPrincipal<?>) request.getUserPrincipal();
        return person.getOidcSecurityContext().getTokenString();
    }
}

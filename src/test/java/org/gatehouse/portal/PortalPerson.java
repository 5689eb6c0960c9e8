package org.gatehouse.portal;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/** A page for whoever is signed in, and one for people in the group Human: {@code web.xml} says so. */
@WebServlet({"/person", "/humans"})
public class PortalPerson extends PersonServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient OpenIdContext context;

    @Override
    String accessToken(HttpServletRequest request) {
        return context.getAccessToken().getToken();
    }
}

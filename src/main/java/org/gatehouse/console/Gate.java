package org.gatehouse.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.faces.PageCall;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;

/** Lets people into the pages with state: who is signed in, has a role that the page is for, and sends forms from our own pages alone. */
@WebFilter(urlPatterns = {"/account/*", "/console/*", "/account.xhtml", "/console.xhtml"})
class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Sessions sessions;

    @Inject
    transient PublicUrl publicUrl;

    @Inject
    transient Visitor visitor;

    @Inject
    transient Audit audit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Place> place = Place.of(request.getServletPath());
        if (place.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<Session> session =
                cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find);
        // Whoever sends a token besides the cookie does not get the token's roles here.
        if (session.isEmpty() || !(request.getUserPrincipal() instanceof Caller caller) || !caller.byCookie()) {
            signIn(request, response);
        } else if (!publicUrl.sameOrigin(request.getMethod(), request::getHeader)
                || !place.get().opensFor(caller.roles())) {
            audit.record(AuditEvent.of("page.open")
                    .outcome("forbidden")
                    .detail(request.getMethod() + " " + place.get().getLink()));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            visitor.is(session.get(), caller.roles(), place.get());
            new PageCall(session.get().id()).of(request);
            chain.doFilter(request, response);
        }
    }

    /** To the sign-in page and back here; where a script asks, by what Faces' script follows. */
    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        String go = URLEncoder.encode(request.getServletPath() + query, StandardCharsets.UTF_8);
        String address = publicUrl.at("/signin?go=" + go);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                            + address.replace("&", "&amp;") + "\"></redirect></partial-response>");
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }
}

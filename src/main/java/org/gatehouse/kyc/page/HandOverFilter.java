package org.gatehouse.kyc.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.account.Accounts;
import org.gatehouse.endpoint.HandOver;
import org.gatehouse.endpoint.HandOver.HandedOver;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.kyc.visit.Visits;
import org.gatehouse.people.SessionApplicants;

/**
 * Lets a browser in that a wallet sent: it opens the address of the application below the root endpoint, with a token. The token is taken before anything else, and the
 * browser goes on to the page by an address without it. Programs get the application itself, from the resource behind this filter.
 */
@WebFilter(urlPatterns = "/selfkey/*", asyncSupported = true)
class HandOverFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "access_token";
    private static final String GET = "GET";
    private static final String HEAD = "HEAD";
    private static final Pattern APPLICATION = Pattern.compile("/selfkey/([^/;]+)/applications/([0-9a-f]{32})/?");

    @Inject
    transient PublicUrl publicUrl;

    @Inject
    transient Cookies cookies;

    @Inject
    transient RootEndpoints roots;

    @Inject
    transient HandOver handOver;

    @Inject
    transient Visits visits;

    @Inject
    transient SessionApplicants sessions;

    @Inject
    transient Accounts accounts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String uri = request.getRequestURI();
        Matcher path =
                APPLICATION.matcher(uri.substring(request.getContextPath().length()));
        if (path.matches() && asksForPage(request)) answer(path.group(1), path.group(2), request, response);
        else chain.doFilter(request, response);
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String method = request.getMethod();
        boolean reads = method.equals(GET) || method.equals(HEAD);
        if (!reads || request.getHeader("Authorization") != null) return false;
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        int page = accept.indexOf("text/html");
        int json = accept.indexOf("application/json");
        if (page >= 0 || json >= 0) return json < 0 || (page >= 0 && page < json);
        return request.getParameter(TOKEN) != null;
    }

    private void answer(String client, String application, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (isGuess(request)) {
            // Nobody looks at it yet. No success, so that the browser asks again when somebody does.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        String token = request.getParameter(TOKEN);
        if (token != null && request.getMethod().equals(GET)) takeIn(client, token, request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", publicUrl.at(ApplicationPath.page(client, application)));
    }

    /** Whether the browser only thinks that somebody will ask for it (Fetch, header {@code Sec-Purpose}). */
    private static boolean isGuess(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Purpose"))
                .or(() -> Optional.ofNullable(request.getHeader("Purpose")))
                .filter(purpose -> purpose.contains("prefetch"))
                .isPresent();
    }

    private void takeIn(String client, String token, HttpServletRequest request, HttpServletResponse response) {
        roots.find(client)
                .flatMap(root -> handOver.take(root, token).filter(person -> !isSomebodyElse(person, root, request)))
                .map(visits::begin)
                .ifPresent(secret -> cookies.write(response, HandOver.COOKIE, secret, Visits.LIFETIME));
    }

    /** Whether somebody else is signed in here: then it may be the address of whoever wants to have that one's documents. */
    private boolean isSomebodyElse(HandedOver person, RootEndpoint root, HttpServletRequest request) {
        return sessions.find(root, request)
                .flatMap(signedIn -> accounts.find(signedIn.wallet()))
                .filter(account -> !account.equals(person.account()))
                .isPresent();
    }
}

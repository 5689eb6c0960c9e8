package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.http.PublicUrl;

/**
 * Sends a person who is signed in to an application, which then asks us who that is: {@code /signin/to/{client_id}} (OpenID Connect Core 1.0 section 4). Where the
 * application says nowhere to go, it ends at home.
 */
@WebServlet("/signin/to/*")
class ToServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/signin/to/";

    @Inject
    transient Clients clients;

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient Redirect redirect;

    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Client> client = Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.startsWith("/"))
                .flatMap(path -> clients.find(path.substring(1)));
        if (client.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (signedIn.session(request).isEmpty()) {
            redirect.to("/signin?go=" + PATH + client.get().id(), response);
        } else {
            client.get()
                    .uris()
                    .initiateLogin()
                    .ifPresentOrElse(uri -> to(uri, response), () -> redirect.to("/", response));
        }
    }

    private void to(URI initiateLogin, HttpServletResponse response) {
        redirect.toApplication(withIssuer(initiateLogin, publicUrl.issuer()), response);
    }

    /** The address with {@code iss} at the end of its query. */
    static String withIssuer(URI initiateLogin, String issuer) {
        String query = initiateLogin.getRawQuery();
        String separator = query == null ? "?" : query.isEmpty() ? "" : "&";
        return initiateLogin + separator + "iss=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8);
    }
}

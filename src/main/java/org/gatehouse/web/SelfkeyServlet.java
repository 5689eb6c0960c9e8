package org.gatehouse.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.selfkey.Login;
import org.gatehouse.selfkey.Logins;
import org.gatehouse.session.Session;
import org.gatehouse.vault.Secret;

/**
 * Where an application's page sends the browser after a login with SelfKey: {@code /signin/selfkey/{secret}}, once. Anyone can make such an address for a wallet
 * of their own and have somebody else open it (login CSRF). So the browser is signed in at once only where it says that it comes from the application, and
 * nobody else is signed in; else the person is asked.
 */
@WebServlet("/signin/selfkey/*")
class SelfkeyServlet extends ActingServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Logins logins;

    @Inject
    transient Clients clients;

    @Inject
    transient Accounts accounts;

    @Inject
    transient SignedIn signedIn;

    @Inject
    transient Arrival arrival;

    @Inject
    transient ContinueAsPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Secret> secret = secret(request, response);
        if (secret.isEmpty()) return;
        Optional<Login> login = logins.look(secret.get());
        Optional<Client> client = login.flatMap(waiting -> clients.find(waiting.client()));
        if (login.isEmpty() || client.isEmpty()) {
            View.GONE.show(request, response);
            return;
        }
        Optional<Session> other = signedIn.session(request)
                .filter(session -> !accounts.has(session.account(), login.get().wallet()));
        if (other.isEmpty() && Referer.isOf(client.get(), request.getHeader("Referer"))) {
            arrival.signIn(secret.get(), request, response);
        } else {
            page.show(secret.get(), login.get(), client.get(), other);
            View.CONTINUE_AS.show(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Secret> secret = secret(request, response);
        if (secret.isEmpty()) return;
        if ("no".equals(request.getParameter("decision"))) {
            logins.disown(secret.get());
            View.NOT_ME.show(request, response);
        } else {
            arrival.signIn(secret.get(), request, response);
        }
    }

    /** The secret that the path ends in; empty, and the request answered 404, where it ends in anything else. */
    private static Optional<Secret> secret(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // The address is a secret: it never stands in a Referer. With no-referrer, browsers would not say that our own
        // form is ours.
        response.setHeader("Referrer-Policy", "strict-origin");
        Optional<Secret> secret = Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.startsWith("/"))
                .flatMap(path -> Secret.parse(path.substring(1)));
        if (secret.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return secret;
    }
}

package org.gatehouse.oidc;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.Session;
import org.gatehouse.session.SessionCookies;
import org.gatehouse.session.Sessions;
import org.gatehouse.token.IssuedToken;

/** The access token of the person whose browser asks, for a registered client. */
@Under(Root.API)
@Path("tokens")
@RequestScoped
public class TokensResource {
    @Inject
    Cookies cookies;

    @Inject
    Sessions sessions;

    @Inject
    Clients clients;

    @Inject
    Grant grant;

    @Inject
    Clock clock;

    /**
     * Takes {@code {"client_id": "..."}} from a signed-in browser, on a page of ours.
     *
     * @return 200 with {@code access_token}, {@code token_type} and {@code expires_in} in seconds (RFC 6749 section 5.1); 400, 401, 403 or 404 as a problem
     */
    @POST
    @RolesAllowed(Caller.PERSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(InputStream body, @Context HttpServletRequest request) {
        Optional<String> id = Json.read(body).flatMap(json -> Json.string(json, "client_id"));
        if (id.isEmpty())
            return Problem.BAD_REQUEST.response("The body must be a JSON object with the text member client_id.");
        Optional<Client> client = clients.find(id.get());
        if (client.isEmpty()) return Problem.UNKNOWN_CLIENT.response();
        // A bearer token is no session: it must not be turned into tokens for other applications.
        boolean browser = request.getUserPrincipal() instanceof Caller caller && caller.byCookie();
        Optional<Session> session =
                browser ? cookies.read(request, SessionCookies.SESSION).flatMap(sessions::find) : Optional.empty();
        if (session.isEmpty()) return Problem.FORBIDDEN.response("Only a signed-in browser gets tokens here.");
        return grant.accessToken(session.get(), client.get())
                .map(this::answer)
                .orElseGet(Problem.UNAUTHENTICATED::response);
    }

    private Response answer(IssuedToken token) {
        JsonObject body = Json.object()
                .add("access_token", token.value())
                .add("token_type", "Bearer")
                .add(
                        "expires_in",
                        Duration.between(clock.instant(), token.expiresAt()).toSeconds())
                .build();
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }
}

package org.gatehouse.bridge;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.gatehouse.session.LocalPath;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What the reverse proxy of a portal asks for each request, and what browsers meet on the portal's host below {@code /.gatehouse/}, which the proxy hands
 * over. {@code docs/portals.md} shows such proxies. Whoever calls without a proxy learns of nobody but himself.
 */
@Under(Root.OAUTH2)
@Path("forward-auth/{client}")
@RequestScoped
public class ForwardAuthResource {
    @Inject
    Clients clients;

    @Inject
    BridgeSessions sessions;

    @Inject
    Visitors visitors;

    @Inject
    Randomness randomness;

    @Inject
    PublicUrl publicUrl;

    @Inject
    Clock clock;

    /**
     * Who is there, by the portal's cookie.
     *
     * @param redirect {@code true} where the proxy passes our answer on to the browser: it is sent away by 303 then, and not by the proxy
     * @return 204 with the headers of {@link RemoteHeaders}; 401 with a {@code Location} to sign in at, which comes back to the path of the request's
     *     {@code X-Forwarded-Uri}; 404 as a problem where the client is no portal
     */
    @GET
    @PermitAll
    public Response check(
            @PathParam("client") String client,
            @QueryParam("redirect") boolean redirect,
            @Context HttpServletRequest request) {
        Portal portal = portal(client);
        Optional<Map<String, String>> visitor = new PortalCookies(portal)
                .session(request)
                .flatMap(secret -> sessions.find(portal, secret))
                .flatMap(session -> visitors.headers(portal.client(), session));
        if (visitor.isEmpty()) return signIn(portal, goOn(request.getHeader("X-Forwarded-Uri")), redirect);
        Response.ResponseBuilder answer = Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
        visitor.get().forEach(answer::header);
        return answer.build();
    }

    private static Response signIn(Portal portal, LocalPath goOn, boolean redirect) {
        URI start = URI.create(portal.start() + "?rd=" + URLEncoder.encode(goOn.text(), StandardCharsets.UTF_8));
        if (redirect) return seeOther(start);
        return Response.fromResponse(Problem.UNAUTHENTICATED.response())
                .header(HttpHeaders.LOCATION, start)
                .build();
    }

    /**
     * Sends the browser to sign in.
     *
     * @param rd the path on the portal's host to come back to; what is no such path counts as {@code /}
     */
    @GET
    @Path("start")
    @PermitAll
    public Response start(
            @PathParam("client") String client,
            @QueryParam("rd") @DefaultValue("") String rd,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Portal portal = portal(client);
        PortalCookies cookies = new PortalCookies(portal);
        Secret browser = cookies.departed(request).orElseGet(randomness::secret);
        cookies.keepDeparted(response, browser);
        return seeOther(authorize(portal, new Departure(browser, randomness.id(), goOn(rd))));
    }

    private URI authorize(Portal portal, Departure departure) {
        Scope scope = new Scope();
        new TreeSet<>(portal.client().scope()).forEach(scope::add);
        // A portal is open no longer than the session is.
        scope.remove(new Scope.Value(Client.OFFLINE_ACCESS));
        // Nor do its headers hold what people share.
        scope.remove(new Scope.Value(Client.ATTRIBUTES));
        return new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(portal.client().id()))
                .endpointURI(URI.create(publicUrl.at("/oauth2/authorize")))
                .redirectionURI(portal.callback())
                .scope(scope)
                .state(new State(departure.state()))
                .codeChallenge(new CodeVerifier(departure.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Takes the browser back with its code, and begins its session at the portal.
     *
     * @param issuer who answers (RFC 9207 section 2.4): us, or nobody that is taken
     * @return 303 to where it left; 400 as a problem where this browser did not leave with that state, another provider answers, or the code is not valid, 403 where the provider
     *     gave none
     */
    @GET
    @Path("callback")
    @PermitAll
    public Response callback(
            @PathParam("client") String client,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("iss") @Nullable String issuer,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Portal portal = portal(client);
        if (issuer != null && !issuer.equals(publicUrl.issuer())) throw notFromHere();
        PortalCookies cookies = new PortalCookies(portal);
        Departure departure = cookies.departed(request)
                .flatMap(browser -> Departure.returned(browser, state))
                .orElseThrow(ForwardAuthResource::notFromHere);
        if (code.isEmpty()) return Problem.FORBIDDEN.response("You were not signed in to this site.");
        BridgeSession begun = Secret.parse(code)
                .flatMap(secret ->
                        Conflict.again(() -> sessions.begin(portal, departure, secret, cookies.session(request))))
                .orElseThrow(ForwardAuthResource::notFromHere);
        cookies.keepSession(response, begun.secret(), Duration.between(clock.instant(), begun.expiresAt()));
        return seeOther(URI.create(portal.origin().at(departure.goOn().text())));
    }

    /**
     * Ends the browser's session at the portal, and asks at Gatehouse whether that there ends as well.
     *
     * @return 303 to the provider's sign-out; 403 as a problem where a page of another site sent it
     */
    @POST
    @Path("signout")
    @PermitAll
    public Response signOut(
            @PathParam("client") String client,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        Portal portal = portal(client);
        if (!portal.origin().sameOrigin(request.getMethod(), request::getHeader)) return Problem.CROSS_SITE.response();
        PortalCookies cookies = new PortalCookies(portal);
        cookies.session(request).ifPresent(secret -> Conflict.again(() -> sessions.end(portal, secret)));
        cookies.forgetSession(response);
        return seeOther(new LogoutRequest(
                        URI.create(publicUrl.at("/oauth2/logout")),
                        null,
                        null,
                        new ClientID(portal.client().id()),
                        portal.afterLogout().map(URI::create).orElse(null),
                        null,
                        null)
                .toURI());
    }

    private Portal portal(String id) {
        Client client = clients.find(id).orElseThrow(() -> refused(Problem.UNKNOWN_CLIENT.response()));
        return Portal.of(client).orElseThrow(() -> refused(Problem.NO_PORTAL.response()));
    }

    private static LocalPath goOn(@Nullable String path) {
        return Optional.ofNullable(path).flatMap(LocalPath::parse).orElse(LocalPath.HOME);
    }

    /** 303, so that a form that met the closed door is not sent to the sign-in. */
    private static Response seeOther(URI location) {
        return Response.seeOther(location)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static WebApplicationException notFromHere() {
        return refused(Problem.BAD_REQUEST.response(
                "This sign-in was not begun in this browser, or too long ago. Go back to the site and try again."));
    }

    private static WebApplicationException refused(Response response) {
        return new WebApplicationException(response);
    }
}

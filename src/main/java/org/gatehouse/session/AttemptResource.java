package org.gatehouse.session;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;

/** Tells the waiting page where its sign-in stands. Only the browser that began the attempt has the cookie that is asked for here. */
@Under(Root.API)
@Path("attempt")
@RequestScoped
public class AttemptResource {
    @Inject
    AttemptProgress progress;

    @Inject
    AttemptWatch watch;

    @Inject
    Cookies cookies;

    @Inject
    Clock clock;

    /** Where the sign-in stands now. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Response now(@Context HttpServletRequest request) {
        return Response.ok(mine(request).toJson(clock.instant()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** An event now and for each change, until nothing can change any more; 503 where too many wait, and the page asks by itself. */
    @GET
    @Path("events")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context SseEventSink sink,
            @Context Sse sse) {
        String attempt = mine(request).id();
        response.setHeader("Cache-Control", "no-store");
        // nginx would hold the events back to fill a buffer.
        response.setHeader("X-Accel-Buffering", "no");
        if (!watch.add(attempt, new SseLine(sink, sse, clock))) throw refused(Problem.UNAVAILABLE);
    }

    private Progress mine(HttpServletRequest request) {
        return cookies.read(request, SessionCookies.ATTEMPT)
                .flatMap(progress::of)
                .orElseThrow(() -> refused(Problem.ATTEMPT_GONE));
    }

    private static WebApplicationException refused(Problem problem) {
        return new WebApplicationException(problem.response());
    }
}

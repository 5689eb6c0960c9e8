package org.gatehouse.auditor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Trail;
import org.gatehouse.audit.TrailEvent;
import org.gatehouse.audit.TrailFilter;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;

/** The trail, for auditors and administrators. That it was read stands in it too. */
@Under(Root.API)
@Path("audit")
@RequestScoped
public class AuditResource {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    @Inject
    Trail trail;

    @Inject
    TrailCopy copy;

    @Inject
    Audit audit;

    /**
     * {@code {"events": [...], "next"}}: the newest first. {@code next} is there where there may be more: the parameter {@code after} of the next page.
     */
    @GET
    @RolesAllowed({Caller.AUDITOR, Caller.ADMINISTRATOR})
    public Response search(@Context UriInfo address) {
        MultivaluedMap<String, String> parameters = address.getQueryParameters();
        try {
            TrailFilter filter = Asked.filter(parameters, Set.of("after", "limit"));
            int limit = Asked.limit(parameters.getFirst("limit"), USUAL, MOST);
            String after = parameters.getFirst("after");
            return answer(
                    after == null || after.isBlank()
                            ? trail.search(filter, 0, limit)
                            : trail.searchAfter(filter, after, limit),
                    limit);
        } catch (IllegalArgumentException e) {
            return refused(e);
        }
    }

    private static Response refused(IllegalArgumentException e) {
        return Problem.BAD_REQUEST.response(Objects.requireNonNullElse(e.getMessage(), ""));
    }

    private static Response answer(List<TrailEvent> page, int limit) {
        JsonArrayBuilder events = Json.array();
        page.forEach(event -> events.add(EventJson.of(event)));
        JsonObjectBuilder body = Json.object().add("events", events);
        if (page.size() == limit) body.add("next", page.get(page.size() - 1).cursor());
        return JsonAnswer.ok(body.build());
    }

    /** What is chained, in the order of the chain: {@code format=csv}, or {@code jsonl} with one JSON object a line. */
    @GET
    @Path("export")
    @RolesAllowed({Caller.AUDITOR, Caller.ADMINISTRATOR})
    public Response export(@Context UriInfo address) {
        MultivaluedMap<String, String> parameters = address.getQueryParameters();
        String format = parameters.getFirst("format");
        boolean csv = "csv".equals(format);
        if (!csv && !"jsonl".equals(format))
            return Problem.BAD_REQUEST.response("The parameter format must be csv or jsonl.");
        try {
            TrailFilter filter = Asked.filter(parameters, Set.of("format"));
            audit.record(AuditEvent.of("audit.export").detail(format));
            StreamingOutput body = out -> {
                if (csv) copy.csv(filter, out);
                else copy.lines(filter, out);
            };
            return Response.ok(body, csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"trail." + format + '"')
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (IllegalArgumentException e) {
            return refused(e);
        }
    }
}

package org.gatehouse.auditor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.gatehouse.audit.CheckpointList;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;

/** Signed checkpoints of the trail, for auditors and administrators who keep them elsewhere: {@link VerifyResource} takes them again. */
@Under(Root.API)
@Path("audit/checkpoints")
@RequestScoped
public class CheckpointsResource {
    private static final int MOST = 10_000;

    @Inject
    CheckpointList checkpoints;

    /** The newest ten thousand, the newest first: each a JWS, one a line. */
    @GET
    @RolesAllowed({Caller.AUDITOR, Caller.ADMINISTRATOR})
    public Response all() {
        StringBuilder lines = new StringBuilder();
        checkpoints.newest(0, MOST).forEach(one -> lines.append(one.jws()).append('\n'));
        return file(lines.toString(), "checkpoints.jws");
    }

    /** One, by the number of the last event that it tells of; 404 where there is none. */
    @GET
    @Path("{number: [0-9]{1,18}}")
    @RolesAllowed({Caller.AUDITOR, Caller.ADMINISTRATOR})
    public Response one(@PathParam("number") long number) {
        return checkpoints
                .of(number)
                .map(one -> file(one.jws() + '\n', "checkpoint-" + number + ".jws"))
                .orElseGet(Problem.NOT_FOUND::response);
    }

    private static Response file(String text, String name) {
        return Response.ok(text, "text/plain; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .header("Cache-Control", "no-store")
                .build();
    }
}

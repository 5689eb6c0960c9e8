package org.gatehouse.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;

/** All that is kept of the caller. */
@Under(Root.API)
@Path("me/export")
@RequestScoped
public class ExportResource {
    @Inject
    ConfirmedSession confirmed;

    @Inject
    Export export;

    @Inject
    Audit audit;

    /** A ZIP of {@code data.json} and {@code files/<id>-<name>}; 403 where the caller's session did not show lately who sits there. */
    @GET
    @RolesAllowed(Caller.PERSON)
    public Response export(@Context SecurityContext security, @Context HttpServletRequest request) {
        Caller caller = (Caller) security.getUserPrincipal();
        if (!confirmed.certain(caller, request)) return Problem.CONFIRM_FIRST.response();
        audit.record(AuditEvent.of("account.export").account(caller.account()));
        Export all = export;
        StreamingOutput body = out -> all.write(caller.account(), out);
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"gatehouse-export.zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}

package org.gatehouse.ops;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.http.Json;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Health for load balancers and start scripts. Says up or down for each part and nothing else. */
@Under(Root.OPS)
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private static final int RETRY_AFTER_SECONDS = 5;

    @Inject
    @Any
    Instance<ReadyCheck> checks;

    /** 200 as long as the application runs at all. */
    @GET
    @Path("live")
    @PermitAll
    public String live() {
        return "{\"status\":\"UP\"}";
    }

    /** 200 if this node can sign people in, 503 with the parts that fail if not. */
    @GET
    @Path("ready")
    @PermitAll
    public Response ready() {
        boolean all = true;
        JsonObjectBuilder parts = Json.object();
        for (ReadyCheck check : checks) {
            boolean ready = check.ready();
            all &= ready;
            parts.add(check.name(), ready ? "UP" : "DOWN");
        }
        String body = Json.object()
                .add("status", all ? "UP" : "DOWN")
                .add("checks", parts)
                .build()
                .toString();
        return (all ? Response.ok() : Response.status(503).header("Retry-After", RETRY_AFTER_SECONDS))
                .entity(body)
                .header("Cache-Control", "no-store")
                .build();
    }
}

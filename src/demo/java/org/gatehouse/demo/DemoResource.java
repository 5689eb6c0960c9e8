package org.gatehouse.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What the demo's page asks of its own server. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DemoResource {
    @Inject
    JsonWebToken token;

    /** Where people sign in. */
    @GET
    @Path("gatehouse")
    @PermitAll
    public JsonObject gatehouse() {
        String url = ConfigProvider.getConfig().getValue("gatehouse.public-url", String.class);
        return Json.createObjectBuilder().add("url", url).build();
    }

    /** Who the server says the caller is; for anyone whose token the server accepts and who is in one of these groups. */
    @GET
    @Path("me")
    @RolesAllowed({"Newbie", "Verified", "Human", "Candidate", "Invite", "Suspended", "Zombie", "Killed"})
    public JsonObject me() {
        JsonArrayBuilder groups = Json.createArrayBuilder();
        new TreeSet<>(token.getGroups()).forEach(groups::add);
        JsonObjectBuilder me = Json.createObjectBuilder();
        me.add("name", token.getName()).add("subject", token.getSubject()).add("groups", groups);
        return me.build();
    }

    /** For people alone who are Human in Idena's sense. */
    @GET
    @Path("humans")
    @RolesAllowed("Human")
    public JsonObject humans() {
        return Json.createObjectBuilder().add("message", "Welcome, " + token.getName()).build();
    }
}

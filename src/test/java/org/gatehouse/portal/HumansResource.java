package org.gatehouse.portal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint for people in the group Human: the annotation says so. */
@Path("humans")
public class HumansResource {
    @GET
    @RolesAllowed("Human")
    public String humans() {
        return "Welcome";
    }
}

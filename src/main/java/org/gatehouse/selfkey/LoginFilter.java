package org.gatehouse.selfkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.PathSegment;
import java.util.List;
import org.gatehouse.endpoint.Origins;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** Lets pages of a client's origins, and ours, read every answer of its login, faults included (Fetch standard, CORS protocol); without credentials. */
@Under(Root.SELFKEY)
@ApplicationScoped
public class LoginFilter implements ContainerResponseFilter {
    @Inject
    RootEndpoints roots;

    @Inject
    Origins origins;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        List<String> path = request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.size() != 2 || !path.get(1).equals("login")) return;
        response.getHeaders().add("Vary", "Origin");
        String origin = request.getHeaderString("Origin");
        if (origin != null
                && roots.find(path.get(0))
                        .filter(root -> origins.admitsPage(root, origin))
                        .isPresent()) response.getHeaders().putSingle("Access-Control-Allow-Origin", origin);
    }
}

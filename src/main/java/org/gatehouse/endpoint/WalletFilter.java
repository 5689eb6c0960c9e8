package org.gatehouse.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;

/** What holds for every call of a wallet, but for those of {@link AnyOrigin}: no foreign page asked for it, and it names itself once. */
@Under(Root.SELFKEY)
@ApplicationScoped
public class WalletFilter implements ContainerRequestFilter {
    @Inject
    RootEndpoints roots;

    @Inject
    Origins origins;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass().isAnnotationPresent(AnyOrigin.class)) return;
        String client = request.getUriInfo().getPathParameters().getFirst("client");
        // Without a root endpoint, the resource says so.
        Optional<RootEndpoint> root = client == null ? Optional.empty() : roots.find(client);
        if (root.isPresent() && !origins.admitsWallet(root.get(), headers(request, "Origin"))) {
            request.abortWith(Refusal.FORBIDDEN.response("Another site's page asked for this"));
        } else if (headers(request, HttpHeaders.AUTHORIZATION).size() > 1) {
            request.abortWith(Refusal.TOKEN_INVALID.response("Malformed authorization header"));
        }
    }

    private static List<String> headers(ContainerRequestContext request, String name) {
        return request.getHeaders().getOrDefault(name, List.of());
    }
}

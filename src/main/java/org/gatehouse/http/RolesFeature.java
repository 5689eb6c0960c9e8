package org.gatehouse.http;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.security.Principal;
import java.util.List;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Holds what {@code @RolesAllowed} and {@code @DenyAll} of a resource method say, the same on every server: WildFly does not enforce them
 * by itself, and Payara only for its own MP-JWT. Nobody signed in is 401, a missing role 403.
 */
public class RolesFeature implements DynamicFeature {
    @Inject
    PublicUrl publicUrl;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        RolesAllowed roles = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        boolean denied = resource.getResourceMethod().isAnnotationPresent(DenyAll.class);
        if (denied || roles != null) {
            context.register(new RolesFilter(roles == null ? List.of() : List.of(roles.value()), publicUrl));
        }
    }

    @Priority(Priorities.AUTHORIZATION)
    private record RolesFilter(List<String> roles, PublicUrl publicUrl) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Problem refusal = refusal(request);
            if (refusal != null) request.abortWith(refusal.response());
        }

        private @Nullable Problem refusal(ContainerRequestContext request) {
            Principal principal = request.getSecurityContext().getUserPrincipal();
            if (!(principal instanceof Caller caller)) return Problem.UNAUTHENTICATED;
            if (roles.stream().noneMatch(caller.roles()::contains)) return Problem.FORBIDDEN;
            boolean crossSite =
                    caller.byCookie() && !publicUrl.sameOrigin(request.getMethod(), request::getHeaderString);
            return crossSite ? Problem.CROSS_SITE : null;
        }
    }
}

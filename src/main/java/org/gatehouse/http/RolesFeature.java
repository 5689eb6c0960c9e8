package org.gatehouse.http;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.List;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Holds what {@code @RolesAllowed} and {@code @DenyAll} of a resource method say, the same on every server: WildFly does not enforce them
 * by itself, and Payara in its own way. Nobody signed in is 401, a missing role 403.
 *
 * <p>It is found as a service ({@code META-INF/services}), so that no application can be without it. A method of ours that says nothing stops the
 * deployment: it would be open.
 */
public class RolesFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class)) return;
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            context.register(new RolesFilter(List.of(roles.value())));
        } else if (method.isAnnotationPresent(DenyAll.class)) {
            context.register(new RolesFilter(List.of()));
        } else if (resource.getResourceClass().isAnnotationPresent(Under.class)) {
            throw new IllegalStateException("No annotation says who may call " + method);
        }
    }

    @Priority(Priorities.AUTHORIZATION)
    private record RolesFilter(List<String> roles) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            Problem refusal = refusal(request);
            if (refusal != null) request.abortWith(refusal.response());
        }

        private @Nullable Problem refusal(ContainerRequestContext request) {
            if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller))
                return Problem.UNAUTHENTICATED;
            if (roles.stream().noneMatch(caller.roles()::contains)) return Problem.FORBIDDEN;
            return caller.byCookie() && crossSite(request) ? Problem.CROSS_SITE : null;
        }

        private static boolean crossSite(ContainerRequestContext request) {
            PublicUrl publicUrl = CDI.current().select(PublicUrl.class).get();
            return !publicUrl.sameOrigin(request.getMethod(), request::getHeaderString);
        }
    }
}

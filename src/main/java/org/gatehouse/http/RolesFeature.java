package org.gatehouse.http;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.List;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Holds what {@code @RolesAllowed} and {@code @DenyAll} of a resource method say, the same on every server: WildFly does not enforce them
 * by itself, and Payara in its own way. Nobody signed in is 401, a missing role 403. What needs a role of the staff is told to every
 * {@link CallWitness}.
 *
 * <p>It is found as a service ({@code META-INF/services}), so that no application can be without it. A method of ours that says nothing stops the
 * deployment: it would be open.
 */
public class RolesFeature implements DynamicFeature {
    private static final Logger LOG = System.getLogger(RolesFeature.class.getName());

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class)) return;
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            context.register(new RolesFilter(List.of(roles.value())));
            if (List.of(roles.value()).stream().anyMatch(Caller.STAFF::contains)) context.register(new WitnessFilter());
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

    private static final class WitnessFilter implements ContainerResponseFilter {
        private volatile @Nullable List<CallWitness> witnesses;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) return;
            String path = request.getUriInfo().getPath(false);
            for (CallWitness witness : witnesses()) {
                tell(witness, caller, request.getMethod(), path, response.getStatus());
            }
        }

        /** What was done is done: whoever called must not read that it failed, and do it again. */
        private static void tell(CallWitness witness, Caller caller, String method, String path, int status) {
            try {
                witness.saw(caller, method, path, status);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.ERROR,
                        "nobody keeps that " + caller.account() + " called " + method + " " + path + ": " + status,
                        e);
            }
        }

        /** Looked up once: each look through an {@link Instance} makes its dependent beans anew and holds on to them. */
        private List<CallWitness> witnesses() {
            List<CallWitness> known = witnesses;
            if (known == null) {
                known = CDI.current().select(CallWitness.class, Any.Literal.INSTANCE).stream()
                        .toList();
                witnesses = known;
            }
            return known;
        }
    }
}

package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.gatehouse.Fake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RolesFeatureTest {
    private static final int PASSED = 0;

    @Under(Root.API)
    static class Ours {
        @PermitAll
        void open() {}

        @RolesAllowed({"member", "reviewer"})
        void forPeople() {}

        @DenyAll
        void closed() {}

        void forgotten() {}
    }

    @RolesAllowed("person")
    @Under(Root.API)
    static class OursWithRolesAbove {
        void forgotten() {}
    }

    static class OfALibrary {
        void unknown() {}
    }

    @BeforeAll
    static void beans() {
        CDI.setCDIProvider(() -> new OneBean(new PublicUrl(URI.create("https://gate.example"))));
    }

    @Test
    void isFoundAsAServiceSoThatNoApplicationIsWithoutIt() {
        assertTrue(ServiceLoader.load(DynamicFeature.class).stream()
                .anyMatch(service -> service.type() == RolesFeature.class));
    }

    @Test
    void aMethodOfOursThatSaysNothingStopsTheDeploymentByName() {
        IllegalStateException stop = assertThrows(IllegalStateException.class, () -> filters(Ours.class, "forgotten"));
        String message = String.valueOf(stop.getMessage());
        assertTrue(message.contains("Ours.forgotten()"), message);
    }

    @Test
    void whatAClassSaysDoesNotStandForItsMethods() {
        assertThrows(IllegalStateException.class, () -> filters(OursWithRolesAbove.class, "forgotten"));
    }

    @Test
    void aResourceOfALibraryIsLeftAlone() {
        assertEquals(List.of(), filters(OfALibrary.class, "unknown"));
    }

    @Test
    void anOpenMethodHasNoFilter() {
        assertEquals(List.of(), filters(Ours.class, "open"));
    }

    @Test
    void nobodyIs401AndAMissingRole403AndOneOfTheRolesPasses() {
        assertEquals(401, call("forPeople", null));
        assertEquals(403, call("forPeople", caller(false)));
        assertEquals(403, call("forPeople", caller(false, "Member", "administrator")));
        assertEquals(PASSED, call("forPeople", caller(false, "member")));
        assertEquals(PASSED, call("forPeople", caller(false, "citizen", "reviewer")));
    }

    @Test
    void aPrincipalThatWeDidNotMakeIsNobody() {
        Principal ofTheServer = () -> "person";
        assertEquals(401, call("forPeople", ofTheServer));
    }

    @Test
    void aClosedMethodIsClosedToEveryRole() {
        assertEquals(401, call("closed", null));
        assertEquals(403, call("closed", caller(false, "person", "administrator")));
    }

    @Test
    void aCookieCountsOnlyForRequestsOfOurOwnPages() {
        Caller byCookie = caller(true, "member");
        assertEquals(403, call("forPeople", byCookie, "POST", Map.of()));
        assertEquals(403, call("forPeople", byCookie, "POST", Map.of("Origin", "https://evil.example")));
        assertEquals(403, call("forPeople", byCookie, "DELETE", Map.of("Sec-Fetch-Site", "same-site")));
        assertEquals(PASSED, call("forPeople", byCookie, "POST", Map.of("Sec-Fetch-Site", "same-origin")));
        assertEquals(PASSED, call("forPeople", byCookie, "POST", Map.of("Origin", "https://gate.example")));
        assertEquals(PASSED, call("forPeople", byCookie, "GET", Map.of()));
    }

    @Test
    void aTokenThatTheCallerSentHimselfCountsFromAnywhere() {
        Caller byToken = caller(false, "member");
        assertEquals(PASSED, call("forPeople", byToken, "POST", Map.of("Sec-Fetch-Site", "cross-site")));
    }

    private static Caller caller(boolean byCookie, String... roles) {
        return new Caller("account", Set.of(roles), byCookie);
    }

    private static int call(String method, @Nullable Principal principal) {
        return call(method, principal, "GET", Map.of());
    }

    /** The status with which the filter of this method aborts such a request, or {@link #PASSED}. */
    private static int call(String method, @Nullable Principal principal, String verb, Map<String, String> headers) {
        List<Integer> statuses = new ArrayList<>();
        SecurityContext security = Fake.of(SecurityContext.class, Map.of("getUserPrincipal", arguments -> principal));
        Map<String, Fake.Answer> answers = new HashMap<>();
        answers.put("getSecurityContext", arguments -> security);
        answers.put("getMethod", arguments -> verb);
        answers.put("getHeaderString", arguments -> headers.get((String) arguments[0]));
        answers.put("abortWith", arguments -> statuses.add(((Response) arguments[0]).getStatus()));
        for (ContainerRequestFilter filter : filters(Ours.class, method)) {
            try {
                filter.filter(Fake.of(ContainerRequestContext.class, answers));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return statuses.isEmpty() ? PASSED : statuses.get(0);
    }

    private static List<ContainerRequestFilter> filters(Class<?> resource, String method) {
        List<ContainerRequestFilter> filters = new ArrayList<>();
        FeatureContext context = Fake.of(FeatureContext.class, Map.of("register", arguments -> {
            filters.add((ContainerRequestFilter) arguments[0]);
            return null;
        }));
        Map<String, Fake.Answer> info = Map.of("getResourceMethod", arguments -> method(resource, method));
        Map<String, Fake.Answer> all = new HashMap<>(info);
        all.put("getResourceClass", arguments -> resource);
        new RolesFeature().configure(Fake.of(ResourceInfo.class, all), context);
        return filters;
    }

    private static Object method(Class<?> resource, String method) {
        try {
            return resource.getDeclaredMethod(method);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}

package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
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

        @RolesAllowed({"member", "friend"})
        void forPeople() {}

        @RolesAllowed(Caller.ADMINISTRATOR)
        void forAdministrators() {}

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
        assertEquals(PASSED, call("forPeople", caller(false, "citizen", "friend")));
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

    @Test
    void anAdministratorsCallIsToldAndSoIsTheTryOfSomeoneWhoIsNone() {
        List<String> told = new ArrayList<>();
        CallWitness witness = (who, method, path, status) -> told.add(method + " " + path + " " + status);
        answered("forAdministrators", caller(false, "administrator"), 204, witness);
        answered("forAdministrators", caller(false, "person"), 403, witness);
        answered("forAdministrators", null, 401, witness);
        answered("forPeople", caller(false, "member"), 200, witness);
        assertEquals(List.of("PUT accounts/1 204", "PUT accounts/1 403"), told);
    }

    @Test
    void aWitnessThatFailsLeavesTheAnswerAsItIs() {
        CallWitness broken = (who, method, path, status) -> {
            throw new IllegalStateException("the trail is away");
        };
        assertDoesNotThrow(() -> answered("forAdministrators", caller(false, "administrator"), 204, broken));
    }

    /** Runs what follows the answer of this method, with this witness as the only bean. */
    private static void answered(String method, @Nullable Principal principal, int status, CallWitness witness) {
        SecurityContext security = Fake.of(SecurityContext.class, Map.of("getUserPrincipal", arguments -> principal));
        UriInfo uri = Fake.of(UriInfo.class, Map.of("getPath", arguments -> "accounts/1"));
        ContainerRequestContext request = Fake.of(
                ContainerRequestContext.class,
                Map.of(
                        "getSecurityContext", arguments -> security,
                        "getMethod", arguments -> "PUT",
                        "getUriInfo", arguments -> uri));
        ContainerResponseContext response =
                Fake.of(ContainerResponseContext.class, Map.of("getStatus", arguments -> status));
        CDI.setCDIProvider(() -> new OneBean(witness));
        try {
            for (Object filter : registered(Ours.class, method)) {
                if (filter instanceof ContainerResponseFilter after) after.filter(request, response);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            beans();
        }
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
        return registered(resource, method).stream()
                .filter(ContainerRequestFilter.class::isInstance)
                .map(ContainerRequestFilter.class::cast)
                .toList();
    }

    private static List<Object> registered(Class<?> resource, String method) {
        List<Object> filters = new ArrayList<>();
        FeatureContext context = Fake.of(FeatureContext.class, Map.of("register", arguments -> {
            filters.add(arguments[0]);
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

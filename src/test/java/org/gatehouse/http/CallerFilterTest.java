package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.Fake;
import org.junit.jupiter.api.Test;

class CallerFilterTest {
    private static final Caller ANN = new Caller("ann", Set.of(Caller.PERSON), true);

    private final List<String> asked = new ArrayList<>();

    /** A way to say who calls, which notes when it is asked. */
    private final class Source implements CallerSource {
        private final String name;
        private final boolean claims;
        private final Optional<Caller> caller;

        private Source(String name, boolean claims, Optional<Caller> caller) {
            this.name = name;
            this.claims = claims;
            this.caller = caller;
        }

        @Override
        public boolean claims(HttpServletRequest request) {
            return claims;
        }

        @Override
        public Optional<Caller> identify(HttpServletRequest request) {
            asked.add(name);
            return caller;
        }
    }

    @Test
    void aRequestThatNobodyAsksAboutCostsNoLookup() throws Exception {
        filtered(new Source("cookie", true, Optional.of(ANN)));
        assertEquals(List.of(), asked);
    }

    @Test
    void theCallerIsLookedUpOnceForAllWhoAsk() throws Exception {
        HttpServletRequest request = filtered(new Source("cookie", true, Optional.of(ANN)));
        assertSame(ANN, request.getUserPrincipal());
        assertEquals("ann", request.getRemoteUser());
        assertTrue(request.isUserInRole("person"));
        assertFalse(request.isUserInRole("reviewer"));
        assertEquals(List.of("cookie"), asked);
    }

    @Test
    void nobodyHasNoNameAndNoRoleAndIsLookedUpOnceToo() throws Exception {
        HttpServletRequest request = filtered(new Source("cookie", true, Optional.empty()));
        assertEquals(null, request.getUserPrincipal());
        assertEquals(null, request.getRemoteUser());
        assertFalse(request.isUserInRole("person"));
        assertEquals(List.of("cookie"), asked);
    }

    @Test
    void aCredentialThatIsNotValidIsNotHealedByAnotherOne() throws Exception {
        HttpServletRequest request = filtered(
                new Source("none", false, Optional.of(ANN)),
                new Source("token", true, Optional.empty()),
                new Source("cookie", true, Optional.of(ANN)));
        assertEquals(null, request.getUserPrincipal());
        assertEquals(List.of("token"), asked);
    }

    /** The request as the resources see it; that of the server knows no caller. */
    private static HttpServletRequest filtered(CallerSource... sources) throws IOException, ServletException {
        CallerFilter filter = new CallerFilter();
        filter.sources = List.of(sources);
        List<HttpServletRequest> passed = new ArrayList<>();
        FilterChain chain = (request, response) -> passed.add((HttpServletRequest) request);
        filter.doFilter(
                Fake.of(HttpServletRequest.class, Map.of()), Fake.of(HttpServletResponse.class, Map.of()), chain);
        return passed.get(0);
    }
}

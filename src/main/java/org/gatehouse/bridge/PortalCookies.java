package org.gatehouse.bridge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.http.Cookies;
import org.gatehouse.vault.Secret;

/**
 * The two cookies on a portal's host. Each has the portal in its name: browsers do not keep ports apart, and two portals may share a host.
 *
 * @param portal whose cookies
 */
record PortalCookies(Portal portal) {
    /** How long a browser that left may take to come back. */
    static final Duration DEPARTED = Duration.ofMinutes(15);

    /** What the browser's session at the portal is found by. */
    Optional<Secret> session(HttpServletRequest request) {
        return cookies().read(request, sessionName());
    }

    void keepSession(HttpServletResponse response, Secret secret, Duration lifetime) {
        cookies().write(response, sessionName(), secret, lifetime);
    }

    void forgetSession(HttpServletResponse response) {
        cookies().clear(response, sessionName());
    }

    /** What a browser that comes back proves by that it left from here. */
    Optional<Secret> departed(HttpServletRequest request) {
        return cookies().read(request, departedName());
    }

    void keepDeparted(HttpServletResponse response, Secret secret) {
        cookies().write(response, departedName(), secret, DEPARTED);
    }

    private Cookies cookies() {
        return new Cookies(portal.origin());
    }

    private String sessionName() {
        return "gatehouse_portal_" + portal.client().id();
    }

    private String departedName() {
        return "gatehouse_departed_" + portal.client().id();
    }
}

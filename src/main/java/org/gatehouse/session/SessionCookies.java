package org.gatehouse.session;

/** The names of our cookies; {@link org.gatehouse.http.Cookies} adds the prefix that TLS allows. */
public final class SessionCookies {
    /** Holds the secret of the browser's sign-in attempt. */
    public static final String ATTEMPT = "gatehouse_attempt";

    /** Holds the secret of the browser's session. */
    public static final String SESSION = "gatehouse_session";

    private SessionCookies() {}
}

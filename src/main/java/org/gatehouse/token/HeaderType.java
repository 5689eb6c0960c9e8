package org.gatehouse.token;

/** The {@code typ} of a token's header. */
public enum HeaderType {
    /** What MicroProfile JWT asks for; Payara and Spring Security take nothing else unless they are told to. */
    JWT("JWT"),
    /** What RFC 9068 asks for in access tokens. */
    AT_JWT("at+jwt"),
    /** Logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.4). */
    LOGOUT_JWT("logout+jwt");

    private final String text;

    HeaderType(String text) {
        this.text = text;
    }

    /** As it stands in the header. */
    public String text() {
        return text;
    }
}

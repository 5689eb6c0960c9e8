package org.gatehouse.token;

/** The {@code typ} of a token's header. */
public enum HeaderType {
    /** What MicroProfile JWT asks for; Payara and Spring Security take nothing else unless they are told to. */
    JWT("JWT"),
    /** What RFC 9068 asks for in access tokens. */
    AT_JWT("at+jwt");

    private final String text;

    HeaderType(String text) {
        this.text = text;
    }

    /** As it stands in the header. */
    public String text() {
        return text;
    }
}

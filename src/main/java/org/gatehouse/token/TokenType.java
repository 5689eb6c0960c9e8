package org.gatehouse.token;

import java.util.Locale;

/**
 * What a token is for. A token says so in the claim {@value #CLAIM}, and each endpoint takes exactly one type, so that a token for one purpose never
 * passes for another (RFC 8725 section 3.12).
 */
public enum TokenType {
    /** Shown to an application's API (RFC 6750, MicroProfile JWT). */
    ACCESS;

    static final String CLAIM = "token_use";

    /** The claim's value, such as {@code access}. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}

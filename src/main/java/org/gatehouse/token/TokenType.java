package org.gatehouse.token;

import java.util.Locale;
import java.util.Set;

/**
 * What a token is for. A token says so in the claim {@value #CLAIM}, and each endpoint takes exactly one type, so that a token for one purpose never
 * passes for another (RFC 8725 section 3.12).
 */
public enum TokenType {
    /** Shown to an application's API (RFC 6750, MicroProfile JWT). */
    ACCESS,
    /** Tells a client who signed in (OpenID Connect Core 1.0 section 2). */
    ID,
    /** Tells a client that a session ended (OpenID Connect Back-Channel Logout 1.0 section 2.4). */
    LOGOUT,
    /** Shown by a SelfKey wallet at the root endpoint of one client, or at that client's own server. */
    WALLET,
    /** Handed by a SelfKey wallet to the page that it signs in to: the client's MicroProfile JWT, and the way to a session, once. */
    USER;

    static final String CLAIM = "token_use";

    /** What the header of such a token may call itself. */
    Set<HeaderType> headers() {
        return switch (this) {
            case ACCESS -> Set.of(HeaderType.JWT, HeaderType.AT_JWT);
            case ID, WALLET, USER -> Set.of(HeaderType.JWT);
            case LOGOUT -> Set.of(HeaderType.LOGOUT_JWT);
        };
    }

    /** Whose keys sign it. */
    KeyFamily family() {
        return this == WALLET ? KeyFamily.WALLET : KeyFamily.TOKEN;
    }

    /** The claim's value, such as {@code access}. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}

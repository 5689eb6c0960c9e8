package org.gatehouse.token;

import java.time.Instant;

/**
 * A token that was minted.
 *
 * @param value the token: a bearer secret, for its holder alone
 * @param jti its id: 32 hex digits
 * @param expiresAt from when it is no longer valid; whole seconds
 */
public record IssuedToken(String value, String jti, Instant expiresAt) {
    /** Without the value. */
    @Override
    public String toString() {
        return "token " + jti;
    }
}

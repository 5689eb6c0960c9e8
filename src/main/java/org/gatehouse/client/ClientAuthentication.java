package org.gatehouse.client;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.Optional;

/**
 * How a client proves itself (OpenID Connect Core 1.0 section 9).
 *
 * @param method the method that was registered
 * @param keys its public keys where it signs assertions ({@code jwks})
 * @param keysUri where its public keys are, where it signs assertions ({@code jwks_uri})
 */
public record ClientAuthentication(Method method, Optional<JWKSet> keys, Optional<URI> keysUri) {
    /** {@code token_endpoint_auth_method}. */
    public enum Method {
        /** A public client: it proves nothing but that it began the request (PKCE). */
        NONE,
        /** A secret, in the {@code Authorization} header or in the form: the same secret over the same connection. */
        CLIENT_SECRET_BASIC,
        /** The same. */
        CLIENT_SECRET_POST,
        /** An assertion signed with a key of its own (RFC 7523). */
        PRIVATE_KEY_JWT
    }

    /** Whether it can keep a secret at all. */
    public boolean confidential() {
        return method != Method.NONE;
    }

    /** Whether it proves itself with a secret. */
    public boolean bySecret() {
        return method == Method.CLIENT_SECRET_BASIC || method == Method.CLIENT_SECRET_POST;
    }
}

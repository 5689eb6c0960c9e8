package org.gatehouse.logout;

import java.util.Optional;

/**
 * A request to sign out (OpenID Connect RP-Initiated Logout 1.0 section 2). What is absent or empty is empty.
 *
 * @param idTokenHint {@code id_token_hint}
 * @param clientId {@code client_id}
 * @param postLogoutRedirectUri {@code post_logout_redirect_uri}
 * @param state {@code state}
 */
public record LogoutRequest(
        Optional<String> idTokenHint,
        Optional<String> clientId,
        Optional<String> postLogoutRedirectUri,
        Optional<String> state) {}

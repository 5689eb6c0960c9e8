package org.gatehouse.grant;

import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.session.Session;

/**
 * An authorization request that everything is settled of.
 *
 * @param client who asked
 * @param session of whom
 * @param scope the scopes that are given
 * @param redirectUri the registered address that the code goes to
 * @param nonce the request's {@code nonce}
 * @param codeChallenge the request's {@code code_challenge}, of the method S256
 * @param acr how the person was authenticated
 */
public record Authorized(
        Client client,
        Session session,
        Set<String> scope,
        String redirectUri,
        Optional<String> nonce,
        Optional<String> codeChallenge,
        String acr) {}

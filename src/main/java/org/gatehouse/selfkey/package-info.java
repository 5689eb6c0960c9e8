/**
 * Login with SelfKey: the sign-up and login half of SelfKey's guides, as the wallets 1.0.0-beta to 2.1.3 speak it. Below {@code /selfkey/{client_id}}, the
 * root endpoint of that client, a wallet fetches a challenge token, answers it with a signature, and holds a wallet token; with that it signs the person up
 * ({@code /users}) and fetches the user token, which the page hands in at {@code /login}.
 *
 * <p>Three tokens that never pass for one another: the challenge token is for us alone and carries a MAC; the wallet token is signed with keys of its own
 * ({@code /selfkey/{client_id}/jwks}); the user token is the client's MicroProfile JWT. This room does not know any other wallet, nor KYC.
 */
@NullMarked
package org.gatehouse.selfkey;

import org.jspecify.annotations.NullMarked;

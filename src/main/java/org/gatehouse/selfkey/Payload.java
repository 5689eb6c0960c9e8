package org.gatehouse.selfkey;

import java.util.Optional;
import org.gatehouse.http.Json;

/**
 * What a page sends to {@code /login}: the answer of {@code /users/token}, as the wallet handed it on.
 *
 * @param refusal why it cannot be taken; empty where it holds a token
 * @param text the token, or the sentence of the refusal
 */
record Payload(Optional<Refusal> refusal, String text) {
    /** Reads a JSON object with {@code token} or {@code jwt}, and whatever else. */
    static Payload read(byte[] utf8) {
        return Json.parse(utf8)
                .map(object -> Json.string(object, "token")
                        .or(() -> Json.string(object, "jwt"))
                        .map(token -> new Payload(Optional.empty(), token))
                        .orElseGet(() -> refused(Refusal.TOKEN_MISSING, "Missing token")))
                .orElseGet(() -> refused(Refusal.BAD_REQUEST, "The request must be a JSON object"));
    }

    static Payload refused(Refusal refusal, String said) {
        return new Payload(Optional.of(refusal), said);
    }
}

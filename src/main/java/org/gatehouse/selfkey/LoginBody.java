package org.gatehouse.selfkey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gatehouse.http.Json;

/** What a page sends to {@code /login}: the answer of {@code /users/token}, as the wallet handed it on. */
final class LoginBody {
    private LoginBody() {}

    /** The token of a JSON object with {@code token} or {@code jwt}, and whatever else. */
    static LoginStep token(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(Json.MAX_BYTES + 1);
            if (bytes.length > Json.MAX_BYTES) return LoginStep.refused(Refusal.TOO_LARGE, "The request is too large");
            return token(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoginStep token(byte[] utf8) {
        return Json.parse(utf8)
                .map(object -> Json.string(object, "token")
                        .or(() -> Json.string(object, "jwt"))
                        .map(LoginStep::of)
                        .orElseGet(() -> LoginStep.refused(Refusal.TOKEN_MISSING, "Missing token")))
                .orElseGet(() -> LoginStep.refused(Refusal.BAD_REQUEST, "The request must be a JSON object"));
    }
}

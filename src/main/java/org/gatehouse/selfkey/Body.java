package org.gatehouse.selfkey;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.gatehouse.http.Json;

/** The body of a call. */
final class Body {
    private Body() {}

    /**
     * Reads one JSON object, whatever the call says of its type.
     *
     * @param call what is done with it
     * @return what came of it; {@link Refusal#TOO_LARGE} beyond {@link Json#MAX_BYTES}, and {@link Refusal#BAD_REQUEST} where it is no object
     */
    static Response json(InputStream body, Function<JsonObject, Response> call) {
        return json(body, Json.MAX_BYTES, call);
    }

    /** The same with another limit, in bytes. */
    static Response json(InputStream body, int most, Function<JsonObject, Response> call) {
        try {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) return Refusal.TOO_LARGE.response();
            return Json.parse(bytes).map(call).orElseGet(Refusal.BAD_REQUEST::response);
        } catch (IOException e) {
            return Refusal.BAD_REQUEST.response();
        }
    }
}

package org.gatehouse.endpoint;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.gatehouse.http.Json;
import org.gatehouse.http.Timely;

/** The body of a call. */
public final class Body {
    private Body() {}

    /**
     * Reads one JSON object, whatever the call says of its type.
     *
     * @param call what is done with it
     * @return what came of it; {@link Refusal#TOO_LARGE} beyond {@link Json#MAX_BYTES}, and {@link Refusal#BAD_REQUEST} where it is no object
     */
    public static Response json(InputStream body, Function<JsonObject, Response> call) {
        return json(body, Json.MAX_BYTES, call);
    }

    /** The same with another limit, in bytes. */
    public static Response json(InputStream body, int most, Function<JsonObject, Response> call) {
        return json(body, most, call, Refusal::response);
    }

    /** The same for a call that needs no body: where there is none, the object is empty. */
    public static Response jsonOrNothing(InputStream body, int most, Function<JsonObject, Response> call) {
        try {
            byte[] bytes = Timely.read(body, most + 1);
            return bytes.length == 0
                    ? call.apply(JsonValue.EMPTY_JSON_OBJECT)
                    : read(bytes, most, call, Refusal::response);
        } catch (IOException e) {
            return Refusal.BAD_REQUEST.response();
        }
    }

    /**
     * The same for what is no answer yet.
     *
     * @param refused what is done where the body cannot be read
     */
    public static <T> T json(InputStream body, int most, Function<JsonObject, T> call, Function<Refusal, T> refused) {
        try {
            return read(Timely.read(body, most + 1), most, call, refused);
        } catch (IOException e) {
            return refused.apply(Refusal.BAD_REQUEST);
        }
    }

    private static <T> T read(byte[] bytes, int most, Function<JsonObject, T> call, Function<Refusal, T> refused) {
        if (bytes.length > most) return refused.apply(Refusal.TOO_LARGE);
        return Json.parse(bytes).map(call).orElseGet(() -> refused.apply(Refusal.BAD_REQUEST));
    }
}

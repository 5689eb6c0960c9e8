package org.gatehouse.idena;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.gatehouse.http.Json;

/** The shapes that real wallets read: always 200, since they show the sentence of no other answer. Stable to the byte. */
final class Answer {
    private Answer() {}

    static Response ok(String name, String value) {
        return json(Json.object().add("success", true).add("data", Json.object().add(name, value)));
    }

    static Response ok(String name, boolean value) {
        return json(Json.object().add("success", true).add("data", Json.object().add(name, value)));
    }

    static Response refused(Refusal refusal) {
        return json(Json.object().add("success", false).add("error", refusal.sentence()));
    }

    /** The desktop app looks at the data alone and fails on an answer without it, the web app at the error: this serves both. */
    static Response notAuthenticated(Refusal refusal) {
        JsonObjectBuilder data = Json.object().add("authenticated", false);
        return json(Json.object()
                .add("success", false)
                .add("error", refusal.sentence())
                .add("data", data));
    }

    private static Response json(JsonObjectBuilder body) {
        JsonObject object = body.build();
        return Response.ok(object.toString(), "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }
}

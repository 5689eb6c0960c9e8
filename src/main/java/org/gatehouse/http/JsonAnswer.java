package org.gatehouse.http;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers of our own API: a JSON object that is kept by no cache. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /** 200 with this body. */
    public static Response ok(JsonObject body) {
        return of(Response.ok(), body);
    }

    /** This answer with this body. */
    public static Response of(Response.ResponseBuilder answer, JsonObject body) {
        return answer.entity(body.toString())
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }
}

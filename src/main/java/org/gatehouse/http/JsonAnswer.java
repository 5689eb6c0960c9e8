package org.gatehouse.http;

import jakarta.json.JsonStructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers of our own API: JSON that is kept by no cache. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /** 200 with this body. */
    public static Response ok(JsonStructure body) {
        return of(Response.ok(), body);
    }

    /** This answer with this body. */
    public static Response of(Response.ResponseBuilder answer, JsonStructure body) {
        return answer.entity(body.toString())
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .build();
    }
}

package org.gatehouse.selfkey;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;

/**
 * Everything that the calls of this protocol refuse, with the statuses and codes of SelfKey's integration documents; those that the documents do not know
 * follow their shape, <code>{"code", "message"}</code>. The message is what a person reads in the wallet.
 */
enum Refusal {
    TOKEN_MISSING(400, "Missing authorization header"),
    BAD_REQUEST(400, "The request cannot be read"),
    TOKEN_INVALID(401, "Invalid token"),
    FORBIDDEN(403, "Insufficient permissions"),
    NOT_FOUND(404, "Not found"),
    USER_DOES_NOT_EXIST(404, "This wallet has not signed up yet"),
    TOO_LARGE(413, "The request is too large"),
    INVALID_KEY(422, "Invalid public key"),
    SIGNATURE_MISSING(422, "Missing signature"),
    SIGNATURE_INVALID(422, "Invalid signature"),
    ATTRIBUTES_INVALID(422, "bad_request", "Error validating attributes"),
    FILE_INVALID(422, "Should be a single file"),
    UNAVAILABLE(503, "The site cannot answer just now. Try again in a moment.");

    private final int status;
    private final String code;
    private final String message;

    Refusal(int status, String message) {
        this.status = status;
        this.code = name().toLowerCase(Locale.ROOT);
        this.message = message;
    }

    Refusal(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** The answer with the documents' sentence. */
    Response response() {
        return response(message);
    }

    /**
     * The answer with a sentence of its own.
     *
     * @param said what a person may read; nothing that the caller sent
     */
    Response response(String said) {
        return response(Json.object().add("code", code).add("message", said));
    }

    /**
     * The answer to a page, which goes on whatever comes of its call.
     *
     * @param said as before
     * @param redirectTo where it goes
     */
    Response response(String said, String redirectTo) {
        return response(Json.object().add("code", code).add("message", said).add("redirectTo", redirectTo));
    }

    private Response response(JsonObjectBuilder body) {
        return JsonAnswer.of(Response.status(status), body.build());
    }

    /** The stable name in the log and in the trail. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

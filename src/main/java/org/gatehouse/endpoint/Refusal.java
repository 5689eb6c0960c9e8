package org.gatehouse.endpoint;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;

/**
 * Everything that the calls of this protocol refuse, with the statuses and codes of SelfKey's integration documents; those that the documents do not know
 * follow their shape, <code>{"code", "message"}</code>. The message is what a person reads in the wallet.
 */
public enum Refusal {
    BAD_REQUEST(400, "The request cannot be read"),
    TOKEN_MISSING(400, "Missing authorization header"),
    TOKEN_INVALID(401, "Invalid token"),
    FORBIDDEN(403, "Insufficient permissions"),
    NOT_FOUND(404, "Not found"),
    USER_DOES_NOT_EXIST(404, "This wallet has not signed up yet"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "None of the formats that you accept can be answered"),
    CONFLICT(409, "Something else was changed here in this moment. Try again."),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This address does not take this type of content"),
    INVALID_KEY(422, "Invalid public key"),
    REGISTRY_UNKNOWN(422, "invalid_key", "This site does not know DIDs of SelfKey's registry"),
    SIGNATURE_MISSING(422, "Missing signature"),
    SIGNATURE_INVALID(422, "Invalid signature"),
    ATTRIBUTES_INVALID(422, "bad_request", "Error validating attributes"),
    UNPROCESSABLE(422, "bad_request", "This cannot be done"),
    FILE_INVALID(422, "Should be a single file"),
    INTERNAL(500, "Something went wrong here. It was logged."),
    UNAVAILABLE(503, "The site cannot answer just now. Try again in a moment.");

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Logger LOG = System.getLogger(Refusal.class.getName());

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
    public Response response() {
        return response(message);
    }

    /**
     * The answer with a sentence of its own; the log has its slug.
     *
     * @param said what a person may read; nothing that the caller sent, but for plain ids
     */
    public Response response(String said) {
        return response(Json.object().add("code", code).add("message", said));
    }

    /**
     * The answer to a page, which goes on whatever comes of its call.
     *
     * @param said as before
     * @param redirectTo where it goes
     */
    public Response response(String said, String redirectTo) {
        return response(Json.object().add("code", code).add("message", said).add("redirectTo", redirectTo));
    }

    private Response response(JsonObjectBuilder body) {
        LOG.log(Level.INFO, "refused: {0}", slug());
        Response.ResponseBuilder answer = Response.status(status);
        if (status == 503) answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return JsonAnswer.of(answer, body.build());
    }

    /** The documents' sentence. */
    public String message() {
        return message;
    }

    /** The stable name in the log and in the trail. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal that stands for an HTTP status which a server's own code chose: the first that has it. */
    public static Refusal ofStatus(int status) {
        for (Refusal refusal : values()) if (refusal.status == status) return refusal;
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}

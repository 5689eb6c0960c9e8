package org.gatehouse.endpoint;

import jakarta.ws.rs.core.Response;

/**
 * A call that is refused, after which nothing is stored.
 *
 * @param refusal why
 * @param message what a person may read of it; nothing that the caller sent, but for plain ids
 */
public record Refused(Refusal refusal, String message) {
    /** The answer to the wallet. */
    public Response answer() {
        return refusal.response(message);
    }

    /** With the documents' sentence. */
    public static Refused of(Refusal refusal) {
        return new Refused(refusal, refusal.message());
    }

    /** Refuses attributes with a file that is not the person's, or is not there. */
    public static Refused fileMissing() {
        return attributes("a file is not there any more, or never was");
    }

    /** Refuses attributes, with what is wrong with them. */
    public static Refused attributes(String reason) {
        return new Refused(Refusal.ATTRIBUTES_INVALID, "Error validating attributes: " + reason);
    }
}

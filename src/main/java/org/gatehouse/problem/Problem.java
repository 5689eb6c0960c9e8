package org.gatehouse.problem;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Everything that our own API refuses, each with its slug, status and sentence. The slug is part of the contract: it ends the {@code type} URI
 * and stands in logs and audit rows.
 */
public enum Problem {
    BAD_REQUEST(400, "The request cannot be understood."),
    UNAUTHENTICATED(401, "Sign in first, or send a valid access token."),
    FORBIDDEN(403, "You may not do this."),
    CONFIRM_FIRST(403, "Confirm with a wallet first: sign in anew in this browser, and call again with its session."),
    CROSS_SITE(403, "This request came from a page of another site."),
    NOT_FOUND(404, "There is nothing at this address."),
    UNKNOWN_CLIENT(404, "No client is registered under this id."),
    NO_PORTAL(404, "This client has not exactly one redirect URI that ends with /.gatehouse/callback."),
    UNKNOWN_APPLICATION(404, "You have nothing at an application of this id."),
    UNKNOWN_ACCOUNT(404, "There is no account of this id."),
    UNKNOWN_SESSION(404, "You have no live session of this id."),
    UNKNOWN_WALLET(404, "The account has no such wallet."),
    UNKNOWN_WEBHOOK(404, "The client has no webhook of this id."),
    UNKNOWN_DELIVERY(404, "The webhook has no delivery of this id."),
    UNKNOWN_TEMPLATE(404, "There is no template of this id and version."),
    UNKNOWN_KEY(404, "There is no signing key of this name."),
    METHOD_NOT_ALLOWED(405, "This address does not take this method."),
    NOT_ACCEPTABLE(406, "None of the formats that you accept can be answered."),
    CONFLICT(409, "This does not go together with what is there."),
    PRECONDITION_FAILED(412, "It was changed since you read it. Read it again."),
    LAST_WALLET(409, "This is the account's only wallet. Add another one first."),
    LAST_ADMINISTRATOR(409, "Nobody else is an administrator. Make someone one first."),
    WEBHOOK_DISABLED(409, "This webhook is disabled. Enable it first."),
    KEY_PENDING(409, "The next key is pending already."),
    KEY_GONE(409, "This key is gone already."),
    TOO_LARGE(413, "The request is larger than the limit."),
    UNSUPPORTED_MEDIA_TYPE(415, "This address takes application/json."),
    ATTEMPT_GONE(410, "This sign-in has expired or was ended. Begin again."),
    PRECONDITION_REQUIRED(428, "Say which version you change, in an If-Match header."),
    INTERNAL(500, "Something went wrong here. It was logged."),
    UNAVAILABLE(503, "The service cannot answer just now. Try again shortly.");

    private static final JsonBuilderFactory JSON = JsonProvider.provider().createBuilderFactory(Map.of());
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final int status;
    private final String sentence;

    Problem(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The stable name, such as {@code unknown-client}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The sentence that holds for every case of this problem. */
    public String sentence() {
        return sentence;
    }

    /** The answer, with the sentence alone. */
    public Response response() {
        return response(sentence);
    }

    /**
     * The answer as RFC 9457 has it.
     *
     * @param detail what is wrong with this very request; never a secret, nor what the caller sent
     */
    public Response response(String detail) {
        return builder(detail).build();
    }

    private Response.ResponseBuilder builder(String detail) {
        String body = JSON.createObjectBuilder()
                .add("type", "urn:gatehouse:problem:" + slug())
                .add("title", sentence)
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString();
        Response.ResponseBuilder builder =
                Response.status(status).type(MEDIA_TYPE).entity(body).header("Cache-Control", "no-store");
        if (this == UNAVAILABLE) builder.header("Retry-After", RETRY_AFTER_SECONDS);
        if (this == UNAUTHENTICATED) builder.header("WWW-Authenticate", "Bearer");
        return builder;
    }

    /** The problem that stands for an HTTP status which a server's own code chose. */
    public static Problem ofStatus(int status) {
        for (Problem problem : values()) if (problem.status == status) return problem;
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}

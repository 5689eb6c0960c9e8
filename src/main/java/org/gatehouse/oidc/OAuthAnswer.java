package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gatehouse.http.Json;

/** Answers of the endpoints that clients call: JSON that nobody may cache, and errors as RFC 6749 section 5.2 has them. */
final class OAuthAnswer {
    private static final int RETRY_AFTER_SECONDS = 5;

    private OAuthAnswer() {}

    /** An answer that holds something. */
    static Response of(JsonObject body) {
        return builder(Response.Status.OK.getStatusCode())
                .type(MediaType.APPLICATION_JSON)
                .entity(body.toString())
                .build();
    }

    /** An answer that says no more than that it was done. */
    static Response done() {
        return builder(Response.Status.OK.getStatusCode()).build();
    }

    /** A refusal, with the status that belongs to it; one of a client names the way that it may use in the header (RFC 9110 section 15.5.2). */
    static Response error(ErrorObject error) {
        int status = error.getHTTPStatusCode();
        Response.ResponseBuilder answer = error(error, status);
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header("WWW-Authenticate", "Basic realm=\"Gatehouse\"");
        }
        return answer.build();
    }

    /**
     * The refusal of an access token, in the header (RFC 6750 section 3): who showed none learns no more than that one is needed. The body repeats it, since
     * Payara puts an answer of its own, with headers of its own, in the place of a refusal that has no body.
     */
    static Response wrongToken(BearerTokenError error) {
        JsonObjectBuilder body = Json.object();
        if (error.getCode() != null) body.add("error", error.getCode());
        int status = error.getHTTPStatusCode() == 0 ? 401 : error.getHTTPStatusCode();
        return builder(status)
                .header("WWW-Authenticate", error.toWWWAuthenticateHeader())
                .type(MediaType.APPLICATION_JSON)
                .entity(body.build().toString())
                .build();
    }

    /** Nothing was used up, and the same request may succeed soon. */
    static Response later(ErrorObject error) {
        return error(error, Response.Status.SERVICE_UNAVAILABLE.getStatusCode())
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    /** A request without this parameter, which it must have. */
    static Response missing(String parameter) {
        return error(OAuth2Error.INVALID_REQUEST.setDescription("The parameter " + parameter + " is missing."));
    }

    private static Response.ResponseBuilder error(ErrorObject error, int status) {
        JsonObject body = Json.object()
                .add("error", error.getCode())
                .add("error_description", error.getDescription())
                .build();
        return builder(status).type(MediaType.APPLICATION_JSON).entity(body.toString());
    }

    private static Response.ResponseBuilder builder(int status) {
        // RFC 6749 section 5.1 asks for both.
        return Response.status(status).header("Cache-Control", "no-store").header("Pragma", "no-cache");
    }
}

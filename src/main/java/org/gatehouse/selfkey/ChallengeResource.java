package org.gatehouse.selfkey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.gatehouse.endpoint.Bearer;
import org.gatehouse.endpoint.Body;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Under;
import org.jspecify.annotations.Nullable;

/**
 * The first two calls of a wallet: it fetches a challenge, and answers it with a signature. The answer goes to the address of the challenge, or to
 * {@code challenge-response}, which some sites name in their configuration object.
 */
@Under(Root.SELFKEY)
@Path("{client}/auth/{call: challenge|challenge-response}{id: (?:/.*)?}")
@RequestScoped
public class ChallengeResource {
    private static final String CHALLENGE = "/auth/challenge";

    @Inject
    RootEndpoints roots;

    @Inject
    ChallengeTokens challenges;

    @Inject
    Authentication authentication;

    @Inject
    WalletTokens tokens;

    @Inject
    Signatures signatures;

    @PathParam("client")
    String client;

    @PathParam("call")
    String call;

    @PathParam("id")
    String id;

    /** A challenge for the wallet that names itself in the path, or for whichever wallet will sign it. */
    @GET
    @PermitAll
    public Response challenge(@Context HttpServletRequest request) {
        if (!call.equals("challenge")) throw new NotAllowedException("POST");
        return roots.find(client)
                .map(root -> challenge(root, rawId(request.getRequestURI())))
                .orElseGet(() -> Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN));
    }

    /** A wallet token for a signature. */
    @POST
    @PermitAll
    public Response reply(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, InputStream body) {
        if (!withoutSlashes(id).isEmpty()) throw new NotAllowedException("GET");
        return roots.find(client)
                .map(root -> Bearer.token(
                        authorization,
                        token -> challenges
                                .check(root, token)
                                .map(challenge -> reply(root, challenge, body))
                                .orElseGet(Refusal.TOKEN_INVALID::response),
                        Refusal::response))
                .orElseGet(() -> Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN));
    }

    private Response challenge(RootEndpoint root, String name) {
        try {
            Claimant claimant = Claimant.parse(URLDecoder.decode(name, StandardCharsets.UTF_8));
            return signatures
                    .unknown(claimant)
                    .map(Refusal::response)
                    .orElseGet(() -> jwt(challenges.issue(root, claimant)));
        } catch (IllegalArgumentException e) {
            return Refusal.INVALID_KEY.response();
        }
    }

    /** What stands behind the call's name, as it was sent: a DID may have matrix parameters, which JAX-RS takes out of a path. */
    private String rawId(String path) {
        int at = path.indexOf(CHALLENGE);
        return withoutSlashes(at < 0 ? id : path.substring(at + CHALLENGE.length()));
    }

    private static String withoutSlashes(String text) {
        return text.replaceAll("^/+|/+$", "");
    }

    private Response reply(RootEndpoint root, ChallengeToken challenge, InputStream body) {
        return Body.json(body, object -> Reply.read(object)
                .map(reply -> authentication
                        .authenticate(root, challenge, reply)
                        .answer(signed -> jwt(
                                tokens.issue(root, signed.wallet(), signed.did().toString(), challenge.issuedAt())
                                        .value())))
                .orElseGet(Refusal.SIGNATURE_MISSING::response));
    }

    private static Response jwt(String token) {
        return JsonAnswer.ok(Json.object().add("jwt", token).build());
    }
}

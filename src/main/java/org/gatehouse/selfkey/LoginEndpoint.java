package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Supplier;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.PublicUrl;
import org.jspecify.annotations.Nullable;

/** Answers pages that log in. Those of the client's origins may read the answer (Fetch standard, CORS protocol), without credentials. */
@Dependent
class LoginEndpoint {
    private final PublicUrl publicUrl;
    private final RootEndpoints roots;
    private final Origins origins;
    private final WayOn wayOn;

    @Inject
    LoginEndpoint(PublicUrl publicUrl, RootEndpoints roots, Origins origins, WayOn wayOn) {
        this.publicUrl = publicUrl;
        this.roots = roots;
        this.origins = origins;
        this.wayOn = wayOn;
    }

    /** What a browser is told before it lets a page's script call. */
    Response ask(String client, HttpServletRequest request) {
        return roots.find(client).map(root -> ask(root, request)).orElseGet(this::unknown);
    }

    /** Takes the token of a body, once: 200 with {@code redirectTo}. A refusal has that as well: the page goes on whatever comes of its call. */
    Response login(String client, HttpServletRequest request, InputStream body) {
        return roots.find(client).map(root -> login(root, request, body)).orElseGet(this::unknown);
    }

    private Response ask(RootEndpoint root, HttpServletRequest request) {
        return forPage(root, request, () -> Response.noContent()
                .header("Allow", "OPTIONS, POST")
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Content-Type")
                .header("Access-Control-Max-Age", "600")
                .build());
    }

    private Response login(RootEndpoint root, HttpServletRequest request, InputStream body) {
        return forPage(
                root,
                request,
                () -> answer(Body.json(body, Json.MAX_BYTES, LoginEndpoint::token, LoginStep::refused)
                        .then(token -> wayOn.take(root.client(), token, request))));
    }

    /** The answer, for a page that may read it; a refusal for every other page. Whoever names no page is no browser's script. */
    private Response forPage(RootEndpoint root, HttpServletRequest request, Supplier<Response> answer) {
        @Nullable String origin = Origins.sent(request);
        if (origin == null) return vary(answer.get()).build();
        if (!origins.admitsPage(root, origin))
            return vary(refuse(Refusal.FORBIDDEN, "This page may not log in here"))
                    .build();
        return vary(answer.get()).header("Access-Control-Allow-Origin", origin).build();
    }

    private static Response.ResponseBuilder vary(Response answer) {
        return Response.fromResponse(answer).header("Vary", "Origin");
    }

    /** What the wallet's answer to {@code /users/token} holds, under either name. */
    private static LoginStep token(JsonObject payload) {
        return Json.string(payload, "token")
                .or(() -> Json.string(payload, "jwt"))
                .map(LoginStep::of)
                .orElseGet(() -> LoginStep.refused(Refusal.TOKEN_MISSING, "Missing token"));
    }

    private Response answer(LoginStep step) {
        return step.refusal()
                .map(refusal -> refuse(refusal, step.text()))
                .orElseGet(() -> JsonAnswer.ok(Json.object()
                        .add("redirectTo", publicUrl.at(step.text()))
                        .build()));
    }

    private Response unknown() {
        return refuse(Refusal.NOT_FOUND, "There is no such client");
    }

    private Response refuse(Refusal refusal, String said) {
        return refusal.response(said, publicUrl.at("/signin?note=selfkey"));
    }
}

package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Supplier;
import org.gatehouse.endpoint.Body;
import org.gatehouse.endpoint.Origins;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.ProblemMapper;
import org.gatehouse.http.PublicUrl;
import org.jspecify.annotations.Nullable;

/** Answers pages that log in; {@link LoginFilter} says which of them may read the answer. */
@Dependent
class LoginEndpoint {
    /** The largest body: the wallet's answer, with a token of 8 KB under two names, and what a page adds. */
    static final int MAX_BYTES = 2 * 8_192 + 1_024;

    private static final String HOME = "/signin?note=selfkey";

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
        return forPage(root, request, () -> answer(step(root, request, body), home(root, request)));
    }

    /** The answer for a page of the client's; a refusal for every other page. Whoever names no page is no browser's script. */
    private Response forPage(RootEndpoint root, HttpServletRequest request, Supplier<Response> answer) {
        @Nullable String origin = Origins.sent(request);
        return origin == null || origins.admitsPage(root, origin)
                ? answer.get()
                : refuse(Refusal.FORBIDDEN, "This page may not log in here", home(root, request));
    }

    /** A fault is answered here as well, with the way on. */
    private LoginStep step(RootEndpoint root, HttpServletRequest request, InputStream body) {
        try {
            return Body.json(body, MAX_BYTES, LoginEndpoint::token, LoginStep::refused)
                    .then(token -> wayOn.take(root.client(), token, request));
        } catch (RuntimeException e) {
            return LoginStep.refused(Refusal.ofStatus(ProblemMapper.of(e).status()));
        }
    }

    /** Where a page goes on to whose login was refused: back to the application after a sign-in on our own page, or to what that page was for. */
    private String home(RootEndpoint root, HttpServletRequest request) {
        boolean ours = publicUrl.sameOrigin("POST", request::getHeader);
        return ours ? HOME : HOME + "&go=/signin/to/" + root.client().id();
    }

    /** What the wallet's answer to {@code /users/token} holds, under either name. */
    private static LoginStep token(JsonObject payload) {
        return Json.string(payload, "token")
                .or(() -> Json.string(payload, "jwt"))
                .map(LoginStep::of)
                .orElseGet(() -> LoginStep.refused(Refusal.TOKEN_MISSING, "Missing token"));
    }

    private Response answer(LoginStep step, String home) {
        return step.refusal()
                .map(refusal -> refuse(refusal, step.text(), home))
                .orElseGet(() -> JsonAnswer.ok(Json.object()
                        .add("redirectTo", publicUrl.at(step.text()))
                        .build()));
    }

    private Response unknown() {
        return refuse(Refusal.NOT_FOUND, RootEndpoints.UNKNOWN, HOME);
    }

    private Response refuse(Refusal refusal, String said, String home) {
        return refusal.response(said, publicUrl.at(home));
    }
}

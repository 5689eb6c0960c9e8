package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
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
        String origin = request.getHeader("Origin");
        if (origins.foreign(root, origin)) return foreign();
        return shared(
                origin,
                Response.noContent()
                        .header("Allow", "OPTIONS, POST")
                        .header("Access-Control-Allow-Methods", "POST")
                        .header("Access-Control-Allow-Headers", "Content-Type")
                        .header("Access-Control-Max-Age", "600"));
    }

    private Response login(RootEndpoint root, HttpServletRequest request, InputStream body) {
        String origin = request.getHeader("Origin");
        if (origins.foreign(root, origin)) return foreign();
        LoginStep step = LoginBody.token(body).then(token -> wayOn.take(root.client(), token, request));
        return shared(origin, Response.fromResponse(answer(step)));
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

    private Response foreign() {
        return shared(null, Response.fromResponse(refuse(Refusal.FORBIDDEN, "This page may not log in here")));
    }

    private Response refuse(Refusal refusal, String said) {
        return refusal.response(said, publicUrl.at("/signin?note=selfkey"));
    }

    private static Response shared(@Nullable String origin, Response.ResponseBuilder answer) {
        Optional<String> page = Origins.page(origin);
        page.ifPresent(known -> answer.header("Access-Control-Allow-Origin", known));
        return answer.header("Vary", "Origin").build();
    }
}

package org.gatehouse.kyc.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoints;
import org.gatehouse.kyc.application.Actor;
import org.jspecify.annotations.Nullable;

/** What holds for every call of a relying party's server: it shows a key of this very client. */
@Dependent
class ServerCalls {
    private static final String KEY = "apiKey";

    private final RootEndpoints roots;
    private final ApiKeys keys;

    @Inject
    ServerCalls(RootEndpoints roots, ApiKeys keys) {
        this.roots = roots;
        this.keys = keys;
    }

    /** The answer to a call. */
    Response answer(String client, HttpServletRequest request, Function<Actor, Response> call) {
        if (roots.find(client).isEmpty()) return Refusal.NOT_FOUND.response(RootEndpoints.UNKNOWN);
        String key = request.getHeader(KEY);
        if (key == null) return Refusal.TOKEN_INVALID.response("The header apiKey is missing");
        Optional<Actor> actor = keys.use(client, key);
        return actor.map(call).orElseGet(() -> Refusal.TOKEN_INVALID.response("This is no key of this client"));
    }

    /** The same for a call that changes an application; {@code If-Match} may say which version of it (RFC 9110 section 13.1.1). */
    Response answer(String client, String id, HttpServletRequest request, Function<Task, Response> call) {
        return answer(
                client,
                request,
                actor -> call.apply(new Task(actor, client, id, version(request.getHeader("If-Match")))));
    }

    static LongPredicate version(@Nullable String match) {
        if (match == null) return any -> true;
        Set<String> tags = Stream.of(match.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .collect(Collectors.toSet());
        return version -> tags.contains("*") || tags.contains(tag(version));
    }

    /** The {@code ETag} of a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The answer that says why something was not done. */
    static Response refused(Reviewed.Not not) {
        return refusal(not.why()).response(not.sentence());
    }

    private static Refusal refusal(Reviewed.Why why) {
        return switch (why) {
            case UNKNOWN -> Refusal.NOT_FOUND;
            case FORBIDDEN -> Refusal.FORBIDDEN;
            case CONFLICT -> Refusal.CONFLICT;
            case STALE -> Refusal.PRECONDITION_FAILED;
            case INVALID -> Refusal.UNPROCESSABLE;
        };
    }
}

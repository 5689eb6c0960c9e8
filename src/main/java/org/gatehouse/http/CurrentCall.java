package org.gatehouse.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.audit.Circumstances;
import org.gatehouse.vault.Randomness;
import org.jspecify.annotations.Nullable;

/** The call that this thread answers, for the trail. A thread that answers none is the system's. */
@Dependent
class CurrentCall implements Circumstances {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    private final TrustedProxies proxies;
    private final Randomness randomness;

    @Inject
    CurrentCall(TrustedProxies proxies, Randomness randomness) {
        this.proxies = proxies;
        this.randomness = randomness;
    }

    /** Begins a call in this thread. What is given ends it, and the call goes on that was there before. */
    static Runnable begin(HttpServletRequest request) {
        Call before = CURRENT.get();
        CURRENT.set(new Call(request));
        return () -> {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        };
    }

    @Override
    public String actor() {
        Call call = CURRENT.get();
        if (call == null) return SYSTEM;
        String proved = call.actor;
        if (proved != null) return proved;
        return call.request.getUserPrincipal() instanceof Caller caller ? ACCOUNT + caller.account() : ANONYMOUS;
    }

    @Override
    public void actsAs(String actor) {
        Call call = CURRENT.get();
        if (call != null) call.actor = actor;
    }

    @Override
    public Optional<String> address() {
        return Optional.ofNullable(CURRENT.get()).map(call -> proxies.client(call.request));
    }

    @Override
    public Optional<String> requestId() {
        return Optional.ofNullable(CURRENT.get()).map(this::id);
    }

    private String id(Call call) {
        String known = call.id;
        if (known == null) {
            String sent = call.request.getHeader("X-Request-Id");
            known = sent != null && REQUEST_ID.matcher(sent).matches() ? sent : randomness.id();
            call.id = known;
        }
        return known;
    }

    private static final class Call {
        private final HttpServletRequest request;
        private @Nullable String actor;
        private @Nullable String id;

        Call(HttpServletRequest request) {
            this.request = request;
        }
    }
}

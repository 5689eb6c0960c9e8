package org.gatehouse.endpoint;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Finds out who calls a root endpoint. */
@Dependent
public class Applicants {
    private final RootEndpoints roots;
    private final Instance<ApplicantSource> sources;

    @Inject
    Applicants(RootEndpoints roots, @Any Instance<ApplicantSource> sources) {
        this.roots = roots;
        this.sources = sources;
    }

    /** Who calls the root endpoint of this client. */
    public Calling find(String client, HttpServletRequest request) {
        return roots.find(client)
                .map(root -> find(root, request))
                .orElseGet(() -> Calling.unknown(Refusal.NOT_FOUND, RootEndpoints.UNKNOWN));
    }

    private Calling find(RootEndpoint root, HttpServletRequest request) {
        for (Instance.Handle<ApplicantSource> handle : sources.handles()) {
            try (handle) {
                ApplicantSource source = handle.get();
                if (source.claims(request)) return source.identify(root, request);
            }
        }
        return new Calling.Unknown(Refused.of(Refusal.TOKEN_MISSING));
    }
}

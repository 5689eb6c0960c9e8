package org.gatehouse.kyc.visit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.gatehouse.endpoint.ApplicantSource;
import org.gatehouse.endpoint.Calling;
import org.gatehouse.endpoint.HandOver;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.http.Cookies;
import org.gatehouse.http.PublicUrl;

/** Who applies, by the cookie of a visit. What changes something must come from a page of ours, or from a server, which names no page at all. */
@Dependent
class Visitors implements ApplicantSource {
    private final PublicUrl publicUrl;
    private final Cookies cookies;
    private final Visits visits;

    @Inject
    Visitors(PublicUrl publicUrl, Cookies cookies, Visits visits) {
        this.publicUrl = publicUrl;
        this.cookies = cookies;
        this.visits = visits;
    }

    @Override
    public boolean claims(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                && cookies.read(request, HandOver.COOKIE).isPresent();
    }

    @Override
    public Calling identify(RootEndpoint root, HttpServletRequest request) {
        if (!admits(request)) return Calling.unknown(Refusal.FORBIDDEN, "Another site's page asked for this");
        return cookies.read(request, HandOver.COOKIE)
                .flatMap(secret -> visits.find(secret, root))
                .<Calling>map(Calling.Known::new)
                .orElseGet(() -> Calling.unknown(Refusal.TOKEN_INVALID, "This visit is over. Begin again."));
    }

    private boolean admits(HttpServletRequest request) {
        boolean server = request.getHeader("Origin") == null && request.getHeader("Sec-Fetch-Site") == null;
        return server || publicUrl.sameOrigin(request.getMethod(), request::getHeader);
    }
}

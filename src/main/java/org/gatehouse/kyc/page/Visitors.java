package org.gatehouse.kyc.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.HandOver;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.http.Cookies;
import org.gatehouse.kyc.visit.Visits;
import org.gatehouse.people.SessionApplicants;

/** Who looks at a page: a browser that a wallet sent, one that is signed in here, or both at once, perhaps with two wallets. */
@Dependent
class Visitors {
    private final Cookies cookies;
    private final Visits visits;
    private final SessionApplicants sessions;

    @Inject
    Visitors(Cookies cookies, Visits visits, SessionApplicants sessions) {
        this.cookies = cookies;
        this.visits = visits;
        this.sessions = sessions;
    }

    /** Everyone for whom this browser speaks at this root endpoint; whom the wallet sent comes first. */
    List<Applicant> of(RootEndpoint root, HttpServletRequest request) {
        Optional<Applicant> visitor =
                cookies.read(request, HandOver.COOKIE).flatMap(secret -> visits.find(secret, root));
        return Stream.concat(visitor.stream(), sessions.find(root, request).stream())
                .distinct()
                .toList();
    }
}

package org.gatehouse.kyc.application;

import java.util.Optional;
import java.util.Set;

/**
 * Which applications of a client someone looks for.
 *
 * @param client the client
 * @param account only of this applicant
 * @param template only with this template
 * @param statuses only at one of these; at any, if there is none
 * @param membersToo whether the applications of members of companies are among them
 * @param newestFirst in which order of {@code createdAt}
 * @param skip how many are left out
 * @param limit how many are answered at most
 */
public record Search(
        String client,
        Optional<String> account,
        Optional<String> template,
        Set<ApplicationStatus> statuses,
        boolean membersToo,
        boolean newestFirst,
        int skip,
        int limit) {
    public Search {
        statuses = Set.copyOf(statuses);
    }
}

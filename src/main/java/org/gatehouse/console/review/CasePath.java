package org.gatehouse.console.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.gatehouse.kyc.application.ApplicationStatus;

/** Where the desk shows an application, and how its status looks. */
final class CasePath {
    private CasePath() {}

    /** The page of an application below the base of all links. */
    static String page(String client, String id) {
        return "console/review/case?" + query(client, id);
    }

    /** A file of it. */
    static String file(String client, String id, String file) {
        return "console/review/document/" + file + "?" + query(client, id);
    }

    private static String query(String client, String id) {
        return "client=" + URLEncoder.encode(client, StandardCharsets.UTF_8) + "&id=" + id;
    }

    /** {@code good}, {@code bad}, {@code ask} where it is the reviewers' turn, else {@code off}. */
    static String tone(ApplicationStatus status) {
        if (status == ApplicationStatus.APPROVED) return "good";
        if (status.closed()) return "bad";
        return status.asksReviewers() ? "ask" : "off";
    }
}

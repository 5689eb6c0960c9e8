package org.gatehouse.kyc.page;

import org.gatehouse.kyc.application.ApplicationStatus;

/** How a status looks. */
public final class Tone {
    private Tone() {}

    /** {@code good}, {@code bad}, {@code ask} where it is the person's turn, or {@code wait}. */
    public static String of(ApplicationStatus status) {
        if (status == ApplicationStatus.APPROVED) return "good";
        if (status.closed()) return "bad";
        return status.asksApplicant() ? "ask" : "wait";
    }
}

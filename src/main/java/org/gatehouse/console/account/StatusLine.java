package org.gatehouse.console.account;

import java.time.Instant;
import org.gatehouse.http.Moments;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.page.Tone;

/** A status that an application (KYC) got. */
public final class StatusLine {
    private final ApplicationStatus status;
    private final Instant at;

    StatusLine(ApplicationStatus status, Instant at) {
        this.status = status;
        this.at = at;
    }

    ApplicationStatus status() {
        return status;
    }

    /** Its name in the resource bundles. */
    public String getStatus() {
        return status.slug();
    }

    /** Its look. */
    public String getTone() {
        return Tone.of(status);
    }

    /** When it got it. */
    public Instant getAt() {
        return at;
    }

    /** The same for people without JavaScript: in UTC. */
    public String getAtText() {
        return Moments.dateAndTime(at);
    }
}

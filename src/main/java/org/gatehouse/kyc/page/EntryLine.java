package org.gatehouse.kyc.page;

import java.time.Instant;
import org.gatehouse.http.Moments;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Entry;

/** A line of what happened: a status, or something that was said. */
public final class EntryLine {
    private final Entry entry;

    EntryLine(Entry entry) {
        this.entry = entry;
    }

    /** The new status, in the resource bundles; empty of something that was said. */
    public String getStatus() {
        return entry.status().map(ApplicationStatus::slug).orElse("");
    }

    /** What was said, or the note with a status; may be empty. */
    public String getText() {
        return entry.text().orElse("");
    }

    /** Whether the person who looks did it. */
    public boolean isOwn() {
        return entry.actor().kind() == Actor.Kind.APPLICANT;
    }

    /** When. */
    public Instant getAt() {
        return entry.at();
    }

    /** When, for people without JavaScript: in UTC. */
    public String getAtText() {
        return Moments.dateAndTime(entry.at());
    }
}

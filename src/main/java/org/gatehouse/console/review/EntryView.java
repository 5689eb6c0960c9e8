package org.gatehouse.console.review;

import java.time.Instant;
import org.gatehouse.http.Moments;

/**
 * Something that happened to an application, as the desk tells it.
 *
 * @param who who did it
 * @param what a sentence
 * @param text what was said; may be empty
 * @param own whether whoever looks did it
 * @param applicant whether the applicant did it
 */
public record EntryView(String who, String what, String text, boolean own, boolean applicant, Instant at) {
    public String getWho() {
        return who;
    }

    public String getWhat() {
        return what;
    }

    public String getText() {
        return text;
    }

    public boolean isOwn() {
        return own;
    }

    public boolean isApplicant() {
        return applicant;
    }

    public Instant getAt() {
        return at;
    }

    /** When, for people whose browser runs no script. */
    public String getAtText() {
        return Moments.dateAndTime(at);
    }
}

package org.gatehouse.console.review;

import java.time.Instant;
import org.gatehouse.http.Moments;
import org.gatehouse.kyc.application.QueueLine;

/** An application in the queue. */
public final class QueueRow {
    private final QueueLine line;
    private final String client;
    private final String template;
    private final String assignee;
    private final String applicant;
    private final boolean own;
    private final boolean rejectedBefore;
    private final Due due;

    /**
     * A line.
     *
     * @param client the client's name
     * @param template the template's name
     * @param assignee who reviews it; empty for nobody
     * @param applicant the applicant's short address
     * @param own whether it is that of whoever looks
     * @param rejectedBefore whether the applicant has a rejected one at this client
     */
    QueueRow(
            QueueLine line,
            String client,
            String template,
            String assignee,
            String applicant,
            boolean own,
            boolean rejectedBefore,
            Instant now) {
        this.line = line;
        this.client = client;
        this.template = template;
        this.assignee = assignee;
        this.applicant = applicant;
        this.own = own;
        this.rejectedBefore = rejectedBefore;
        this.due = new Due(line.turn(), now);
    }

    public String getId() {
        return line.id();
    }

    /** The page of the application below the base of all links. */
    public String getLink() {
        return CasePath.page(line.client(), line.id());
    }

    public String getClient() {
        return client;
    }

    public String getTemplate() {
        return template;
    }

    /** In the resource bundles. */
    public String getStatus() {
        return line.status().slug();
    }

    /** The look of the status. */
    public String getTone() {
        return CasePath.tone(line.status());
    }

    /** In the resource bundle: {@code none}, {@code low} or {@code high}. */
    public String getRisk() {
        return line.risk().slug();
    }

    public String getAssignee() {
        return assignee;
    }

    public String getApplicant() {
        return applicant;
    }

    public boolean isOwn() {
        return own;
    }

    public boolean isRejectedBefore() {
        return rejectedBefore;
    }

    public Due getDue() {
        return due;
    }

    public Instant getCreatedAt() {
        return line.createdAt();
    }

    /** When it was made, for people whose browser runs no script. */
    public String getCreatedText() {
        return Moments.dateAndTime(line.createdAt());
    }
}

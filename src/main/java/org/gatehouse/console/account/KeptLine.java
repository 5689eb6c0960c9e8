package org.gatehouse.console.account;

import java.time.Instant;
import org.gatehouse.http.Moments;

/** An application (KYC) that has to stay when everything else is erased. */
public final class KeptLine {
    private final String client;
    private final String template;
    private final Instant until;

    KeptLine(String client, String template, Instant until) {
        this.client = client;
        this.template = template;
        this.until = until;
    }

    /** The name of the client that has it. */
    public String getClient() {
        return client;
    }

    /** What people call applications of this kind. */
    public String getTemplate() {
        return template;
    }

    /** Until when it stays. */
    public Instant getUntil() {
        return until;
    }

    /** The same for people without JavaScript: in UTC. */
    public String getUntilText() {
        return Moments.dateAndTime(until);
    }
}

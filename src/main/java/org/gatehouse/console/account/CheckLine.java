package org.gatehouse.console.account;

import java.util.List;
import org.gatehouse.kyc.page.ListLine;

/** An application (KYC) of the visitor with what became of it. */
public final class CheckLine {
    private final String id;
    private final String client;
    private final ListLine application;
    private final List<StatusLine> statuses;
    private final boolean erased;

    /**
     * @param id the application's id
     * @param client the name of the client that it was made at
     * @param application how it looks in lists
     * @param statuses the statuses that it got, the oldest first
     * @param erased whether nothing of what it contained is there any more
     */
    CheckLine(String id, String client, ListLine application, List<StatusLine> statuses, boolean erased) {
        this.id = id;
        this.client = client;
        this.application = application;
        this.statuses = List.copyOf(statuses);
        this.erased = erased;
    }

    /** The application's id. */
    public String getId() {
        return id;
    }

    /** The name of the client that it was made at. */
    public String getClient() {
        return client;
    }

    /** How it looks in lists. */
    public ListLine getApplication() {
        return application;
    }

    /** The statuses that it got, the oldest first. */
    public List<StatusLine> getStatuses() {
        return statuses;
    }

    /** Whether nothing of what it contained is there any more. */
    public boolean isErased() {
        return erased;
    }
}

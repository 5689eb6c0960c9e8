package org.gatehouse.console.account;

import java.time.Instant;
import java.util.List;
import org.gatehouse.http.Moments;
import org.gatehouse.people.Application;

/** An application that may learn of the visitor. */
public final class ApplicationLine {
    private final Application application;
    private final List<String> told;
    private final List<SharedLine> shared;

    /**
     * @param told the names of the resource bundles' sentences on what it learns
     * @param shared what the visitor shares with it
     */
    ApplicationLine(Application application, List<String> told, List<SharedLine> shared) {
        this.application = application;
        this.told = told;
        this.shared = shared;
    }

    /** Its {@code client_id}. */
    public String getClient() {
        return application.client();
    }

    /** What people call it. */
    public String getName() {
        return application.name();
    }

    /** Since when it may. */
    public Instant getAt() {
        return application.since();
    }

    /** The same for people without JavaScript: in UTC. */
    public String getAtText() {
        return Moments.dateAndTime(application.since());
    }

    /** The names of the resource bundles' sentences on what it learns. */
    public List<String> getTold() {
        return told;
    }

    /** What the visitor shares with it. */
    public List<SharedLine> getShared() {
        return shared;
    }
}

package org.gatehouse.kyc.page;

import java.time.Instant;
import org.gatehouse.http.Moments;
import org.gatehouse.kyc.application.Application;

/** An application in the list. */
public final class ListLine {
    private final Application application;
    private final String name;

    /**
     * @param name what people call applications of this kind
     */
    public ListLine(Application application, String name) {
        this.application = application;
        this.name = name;
    }

    /** What people call applications of this kind. */
    public String getName() {
        return name;
    }

    /** The path of its page below the base. */
    public String getPath() {
        return ApplicationPath.page(application.client(), application.id()).substring(1);
    }

    /** How far it is, in the resource bundles. */
    public String getStatus() {
        return application.status().slug();
    }

    /** The look of the status. */
    public String getTone() {
        return Tone.of(application.status());
    }

    /** When it was made. */
    public Instant getAt() {
        return application.createdAt();
    }

    /** When it was made, for people without JavaScript: in UTC. */
    public String getAtText() {
        return Moments.dateAndTime(application.createdAt());
    }
}

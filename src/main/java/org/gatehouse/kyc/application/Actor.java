package org.gatehouse.kyc.application;

import java.util.Locale;
import org.gatehouse.audit.Circumstances;

/**
 * Who does something to an application.
 *
 * @param kind in which capacity
 * @param id of an applicant or a reviewer, the account; of an API key, its id; of the system, {@code gatehouse}
 */
public record Actor(Kind kind, String id) {
    /** What happens by itself. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "gatehouse");

    /** The capacities in which someone acts. */
    public enum Kind {
        APPLICANT,
        /** A relying party's server. */
        API_KEY,
        REVIEWER,
        SYSTEM
    }

    public static Actor applicant(String account) {
        return new Actor(Kind.APPLICANT, account);
    }

    public static Actor reviewer(String account) {
        return new Actor(Kind.REVIEWER, account);
    }

    /** As it is stored: {@code kind:id}. */
    public String text() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** As the trail has it: who it is, whatever the capacity. */
    public String inTrail() {
        return switch (kind) {
            case APPLICANT, REVIEWER -> Circumstances.ACCOUNT + id;
            case API_KEY -> Circumstances.API_KEY + id;
            case SYSTEM -> Circumstances.SYSTEM;
        };
    }

    /** The actor of {@link #text}. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        return new Actor(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }
}

package org.gatehouse.console;

import static org.gatehouse.http.Caller.ADMINISTRATOR;
import static org.gatehouse.http.Caller.AUDITOR;
import static org.gatehouse.http.Caller.LEAD_REVIEWER;
import static org.gatehouse.http.Caller.PERSON;
import static org.gatehouse.http.Caller.REVIEWER;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages with state, and who may open each. What a page does is asked once more where it is done ({@link MayAct}). */
public enum Place {
    ACCOUNT("/account", Area.ACCOUNT, PERSON),
    SESSIONS("/account/sessions", Area.ACCOUNT, PERSON),
    APPLICATIONS("/account/applications", Area.ACCOUNT, PERSON),
    KYC("/account/kyc", Area.ACCOUNT, PERSON),
    DATA("/account/data", Area.ACCOUNT, PERSON),

    REVIEW("/console/review", Area.REVIEW, REVIEWER, LEAD_REVIEWER, AUDITOR),
    CASE("/console/review/case", null, REVIEWER, LEAD_REVIEWER, AUDITOR),
    /** The bytes of documents, below it. */
    DOCUMENT("/console/review/document", null, REVIEWER, LEAD_REVIEWER, AUDITOR),
    /** Takes files that reviewers add. */
    ATTACH("/console/review/attach", null, REVIEWER, LEAD_REVIEWER),

    OVERVIEW("/console", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    CLIENTS("/console/clients", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    CLIENT("/console/clients/client", null, ADMINISTRATOR, AUDITOR),
    PEOPLE("/console/people", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    SOMEBODY("/console/people/person", null, ADMINISTRATOR, AUDITOR),
    KEYS("/console/keys", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    WEBHOOKS("/console/webhooks", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    TEMPLATES("/console/templates", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    TRAIL("/console/trail", Area.CONSOLE, ADMINISTRATOR, AUDITOR),
    CONFIGURATION("/console/configuration", Area.CONSOLE, ADMINISTRATOR, AUDITOR);

    private final String path;
    private final @Nullable Area area;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> roles;

    Place(String path, @Nullable Area area, String... roles) {
        this.path = path;
        this.area = area;
        this.roles = Set.of(roles);
    }

    /** The place of this servlet path. */
    static Optional<Place> of(String path) {
        return Arrays.stream(values()).filter(place -> place.path.equals(path)).findFirst();
    }

    /** Whether people with these roles may open it. */
    boolean opensFor(Set<String> held) {
        return roles.stream().anyMatch(held::contains);
    }

    /** What the navigation shows of an area to people with these roles. */
    static List<Place> navigation(Area area, Set<String> held) {
        return Arrays.stream(values())
                .filter(place -> place.area == area && place.opensFor(held))
                .toList();
    }

    /** The path below the base of all links; without a slash at its begin. */
    public String getLink() {
        return path.substring(1);
    }

    /** The key of its name in the resource bundles. */
    public String getLabel() {
        return "place." + name().toLowerCase(Locale.ROOT);
    }

    /** The part of the site whose navigation shows a page. */
    enum Area {
        ACCOUNT,
        REVIEW,
        CONSOLE
    }
}

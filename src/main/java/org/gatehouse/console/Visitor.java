package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.console.Place.Area;
import org.gatehouse.http.Caller;
import org.gatehouse.session.Session;
import org.jspecify.annotations.Nullable;

/** Who looks at a page with state, and at which. */
@Named("visitor")
@RequestScoped
public class Visitor {
    private @Nullable Session session;
    private Set<String> roles = Set.of();
    private Place place = Place.ACCOUNT;

    void is(Session session, Set<String> roles, Place place) {
        this.session = session;
        this.roles = roles;
        this.place = place;
    }

    /** The browser's session. */
    public Session session() {
        return Optional.ofNullable(session).orElseThrow();
    }

    /** The id of the account that is signed in. */
    public String account() {
        return session().account();
    }

    /** Whether the visitor has this role. */
    public boolean has(String role) {
        return roles.contains(role);
    }

    /** The address of the wallet that is signed in. */
    public String getAddress() {
        return session().wallet().address().toString();
    }

    /** The begin and the end of that address, for where there is little room. */
    public String getShortAddress() {
        String address = getAddress();
        return address.substring(0, 6) + "…" + address.substring(address.length() - 4);
    }

    /** The page. */
    public Place getPlace() {
        return place;
    }

    /** The pages about the visitor. */
    public List<Place> getAccountPlaces() {
        return Place.navigation(Area.ACCOUNT, roles);
    }

    /** The pages of reviewers that the visitor may open. */
    public List<Place> getReviewPlaces() {
        return Place.navigation(Area.REVIEW, roles);
    }

    /** The pages of administrators that the visitor may open. */
    public List<Place> getConsolePlaces() {
        return Place.navigation(Area.CONSOLE, roles);
    }

    /** Whether the visitor may change what administrators change. */
    public boolean isAdministrator() {
        return has(Caller.ADMINISTRATOR);
    }

    /** Whether the visitor may decide on applications. */
    public boolean isReviewer() {
        return has(Caller.REVIEWER) || has(Caller.LEAD_REVIEWER);
    }

    /** Whether the visitor may also assign applications to others, and undo decisions. */
    public boolean isLeadReviewer() {
        return has(Caller.LEAD_REVIEWER);
    }
}

package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.http.Caller;
import org.gatehouse.session.Session;
import org.jspecify.annotations.Nullable;

/** What the home page shows: who is signed in, if anyone is, and where they can go. */
@Named("home")
@RequestScoped
public class HomePage {
    private @Nullable Session session;
    private Set<String> roles = Set.of();

    void show(Session session, Set<String> roles) {
        this.session = session;
        this.roles = roles;
    }

    /** Whether someone is signed in. */
    public boolean isSignedIn() {
        return session != null;
    }

    /** The wallet's address with its checksum. */
    public String getAddress() {
        return Optional.ofNullable(session).orElseThrow().wallet().address().toString();
    }

    /** The address as a picture. */
    public PersonPicture getPicture() {
        return PersonPicture.of(getAddress());
    }

    /** Whether the reviewer's pages open for the person. */
    public boolean isReviewing() {
        return has(Caller.REVIEWER) || has(Caller.LEAD_REVIEWER) || has(Caller.AUDITOR);
    }

    /** Whether the administrator's pages open for the person. */
    public boolean isAdministering() {
        return has(Caller.ADMINISTRATOR) || has(Caller.AUDITOR);
    }

    private boolean has(String role) {
        return roles.contains(role);
    }
}

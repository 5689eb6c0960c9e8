package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All that other rooms keep of people for clients. */
@Dependent
public class Memberships {
    private final Instance<Membership> memberships;

    @Inject
    Memberships(@Any Instance<Membership> memberships) {
        this.memberships = memberships;
    }

    /** Whether any room keeps something of a person for a client: it signed up, or applied. */
    public boolean known(String account, String client) {
        for (Instance.Handle<Membership> handle : memberships.handles()) {
            try (handle) {
                if (handle.get().has(account, client)) return true;
            }
        }
        return false;
    }
}

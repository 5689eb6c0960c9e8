package org.gatehouse.bridge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.client.Client;
import org.gatehouse.session.Session;

/** What a portal learns of who is there, as it is now. Not in a transaction: it may ask a distant server. */
@Dependent
class Visitors {
    private final Accounts accounts;

    @Inject
    Visitors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The headers of {@link RemoteHeaders} for the person of this session; empty where the portal does not let the person in (any more). */
    Optional<Map<String, String>> headers(Client client, Session session) {
        Person person = accounts.person(session.account(), session.wallet());
        String state = String.valueOf(person.standing().facts().get("state"));
        boolean admitted =
                client.admission().takes(session.wallet().kind()) && client.admission().reachedBy(state);
        return admitted ? Optional.of(RemoteHeaders.of(person, client.groups(person.facts()))) : Optional.empty();
    }
}

package org.gatehouse.bridge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.Person;
import org.gatehouse.client.Admission;
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
        // Who is not let in now, or whose state cannot be found out now, is told so where he is sent to sign in.
        return client.admission().decide(session.wallet(), person::standing) == Admission.Decision.ADMITTED
                ? Optional.of(RemoteHeaders.of(person, client.groups(person.facts())))
                : Optional.empty();
    }
}

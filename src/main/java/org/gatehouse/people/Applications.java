package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.grant.Consents;
import org.gatehouse.grant.Grants;

/** What applications may learn of a person, by what the person allowed and by what was given without asking. */
@Dependent
@Transactional
public class Applications {
    private final Clients clients;
    private final Consents consents;
    private final Grants grants;
    private final Instance<Membership> memberships;

    @Inject
    Applications(Clients clients, Consents consents, Grants grants, @Any Instance<Membership> memberships) {
        this.clients = clients;
        this.consents = consents;
        this.grants = grants;
        this.memberships = memberships;
    }

    /** The applications of an account, the oldest first. */
    public List<Application> of(String account) {
        Map<String, Application> applications = new HashMap<>();
        consents.of(account)
                .forEach(one -> add(applications, one.client(), one.scope(), one.givenAt(), Optional.empty()));
        grants.ofAccount(account)
                .forEach(one -> add(applications, one.client(), one.scope(), one.createdAt(), Optional.empty()));
        eachMembership(one -> one.of(account)
                .forEach((client, signedUp) ->
                        add(applications, client, Set.of(), signedUp.at(), Optional.of(signedUp))));
        return applications.values().stream()
                .sorted(Comparator.comparing(Application::since).thenComparing(Application::client))
                .toList();
    }

    private void add(
            Map<String, Application> applications,
            String client,
            Set<String> scope,
            Instant since,
            Optional<Membership.SignedUp> signedUp) {
        String name = clients.find(client).map(Client::name).orElse(client);
        applications.merge(client, new Application(client, name, scope, since, signedUp), Application::and);
    }

    /**
     * Takes back all that an account gave to a client and allowed it.
     *
     * @return whether there was anything
     */
    public boolean leave(String account, String client) {
        AtomicBoolean anything = new AtomicBoolean(consents.withdraw(account, client));
        if (grants.revokeOfClient(account, client)) anything.set(true);
        eachMembership(one -> {
            if (one.end(account, client)) anything.set(true);
        });
        return anything.get();
    }

    private void eachMembership(Consumer<Membership> then) {
        for (Instance.Handle<Membership> handle : memberships.handles()) {
            try (handle) {
                then.accept(handle.get());
            }
        }
    }
}

package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.Accounts;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.people.Membership;

/** What clients have of people who applied there. What is decided stays as long as it has to, whoever leaves; what is open is canceled. */
@Dependent
@Transactional
class ApplicantMembership implements Membership {
    private final EntityManager entities;
    private final Accounts accounts;
    private final Applications applications;
    private final Users users;
    private final Templates templates;
    private final Clock clock;

    @Inject
    ApplicantMembership(
            EntityManager entities,
            Accounts accounts,
            Applications applications,
            Users users,
            Templates templates,
            Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.applications = applications;
        this.users = users;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Map<String, SignedUp> of(String account) {
        Map<String, SignedUp> clients = new HashMap<>();
        entities.createQuery(
                        "select a.clientId, a.createdAt from ApplicationRow a where a.accountId = :account"
                                + " and a.dossierSealed is not null order by a.createdAt",
                        Object[].class)
                .setParameter("account", account)
                .getResultList()
                .forEach(row -> clients.putIfAbsent((String) row[0], new SignedUp((Instant) row[1], Set.of())));
        return clients;
    }

    @Override
    public boolean has(String account, String client) {
        return entities.createQuery(
                                "select count(a) from ApplicationRow a where a.accountId = :account"
                                        + " and a.clientId = :client and a.dossierSealed is not null",
                                Long.class)
                        .setParameter("account", account)
                        .setParameter("client", client)
                        .getSingleResult()
                > 0;
    }

    @Override
    public boolean end(String account, String client) {
        // An application of this moment is made first, and canceled too.
        if (!accounts.hold(account)) return false;
        boolean told = users.forget(account, client);
        boolean canceled = false;
        for (String id : open(account, client))
            canceled |= applications
                    .hold(id, client, account)
                    .filter(held -> !held.status().closed())
                    .map(this::cancel)
                    .isPresent();
        return told || canceled;
    }

    private Iterable<String> open(String account, String client) {
        return entities.createQuery(
                        "select a.id from ApplicationRow a where a.accountId = :account and a.clientId = :client"
                                + " and a.decidedAt is null and a.dossierSealed is not null order by a.id",
                        String.class)
                .setParameter("account", account)
                .setParameter("client", client)
                .getResultList();
    }

    private Application cancel(Application held) {
        Instant now = clock.instant();
        Optional<Instant> kept =
                templates.find(held.template(), held.templateVersion()).flatMap(template -> template.keptUntil(now));
        Change change = Change.to(held.with(ApplicationStatus.CANCELED, now, kept));
        if (!applications.store(held, change, Actor.applicant(held.account()), Optional.empty()))
            throw new IllegalStateException("an application changed while it was held: " + held.id());
        return held;
    }
}

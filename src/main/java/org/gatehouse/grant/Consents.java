package org.gatehouse.grant;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.ClientRemoved;

/** What people allowed applications to learn. */
@Dependent
@Transactional
public class Consents {
    private final EntityManager entities;
    private final Clock clock;
    private final Audit audit;

    @Inject
    Consents(EntityManager entities, Clock clock, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * When this account last allowed this client these scopes, others included or not; empty where it never did.
     *
     * @param told the attributes that they tell, as {@link Requirement#told} names them
     */
    public Optional<Instant> given(String account, String client, Set<String> scope, Set<String> told) {
        return find(account, client)
                .filter(row -> Set.of(row.scope.split(" ")).containsAll(scope))
                .filter(row -> row.told().containsAll(told))
                .map(row -> row.givenAt);
    }

    /** The attributes that this account allowed this client to be told. */
    Set<String> told(String account, String client) {
        return find(account, client).map(ConsentRow::told).orElse(Set.of());
    }

    private Optional<ConsentRow> find(String account, String client) {
        return Optional.ofNullable(entities.find(ConsentRow.class, new ConsentRow.Key(account, client)));
    }

    /**
     * Keeps that this account allows this client these scopes, beside those that it allowed before.
     *
     * @param told the attributes that the person was shown, in the place of those of before; none where the scopes tell none
     * @throws jakarta.persistence.PersistenceException if another call stored the first consent in this moment; a second call then succeeds
     */
    public void give(String account, String client, Set<String> scope, Set<String> told) {
        ConsentRow row = find(account, client).orElse(null);
        String shown = told.isEmpty() ? null : String.join(" ", new TreeSet<>(told));
        TreeSet<String> all = new TreeSet<>(scope);
        if (row == null) {
            ConsentRow first = new ConsentRow();
            first.accountId = account;
            first.clientId = client;
            first.scope = String.join(" ", all);
            first.told = shown;
            first.givenAt = clock.instant();
            entities.persist(first);
        } else {
            all.addAll(Set.of(row.scope.split(" ")));
            entities.createQuery(
                            "update ConsentRow c set c.scope = :scope, c.told = :told, c.givenAt = :now where c.accountId = :account and c.clientId = :client")
                    .setParameter("scope", String.join(" ", all))
                    .setParameter("told", shown == null ? row.told : shown)
                    .setParameter("now", clock.instant())
                    .setParameter("account", account)
                    .setParameter("client", client)
                    .executeUpdate();
        }
        audit.record("consent.give", "ok", account, null, client);
    }

    /** What this account allows. */
    public List<Consent> of(String account) {
        return entities.createQuery("select c from ConsentRow c where c.accountId = :account", ConsentRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(row -> new Consent(row.clientId, Set.of(row.scope.split(" ")), row.givenAt))
                .toList();
    }

    /**
     * Takes back what this account allowed this client.
     *
     * @return whether it allowed anything
     */
    public boolean withdraw(String account, String client) {
        boolean withdrawn =
                entities.createQuery("delete from ConsentRow c where c.accountId = :account and c.clientId = :client")
                                .setParameter("account", account)
                                .setParameter("client", client)
                                .executeUpdate()
                        == 1;
        if (withdrawn) audit.record("consent.withdraw", "ok", account, null, client);
        return withdrawn;
    }

    /** A client that is registered under the same id later is another one, which people have allowed nothing. */
    void forget(@Observes ClientRemoved removed) {
        entities.createQuery("delete from ConsentRow c where c.clientId = :client")
                .setParameter("client", removed.client())
                .executeUpdate();
    }
}

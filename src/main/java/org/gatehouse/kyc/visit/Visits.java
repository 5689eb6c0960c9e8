package org.gatehouse.kyc.visit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.database.PastRows;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.HandOver.HandedOver;
import org.gatehouse.endpoint.RootEndpoint;
import org.gatehouse.ops.Sweep;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** The visits that there are. */
@Dependent
@Transactional
public class Visits implements Sweep {
    /** How long a visit lasts, whatever is done with it. */
    public static final Duration LIFETIME = Duration.ofMinutes(60);

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Accounts accounts;

    @Inject
    Visits(EntityManager entities, Clock clock, Randomness randomness, Accounts accounts) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.accounts = accounts;
    }

    /**
     * Begins a visit.
     *
     * @return the secret for the cookie {@link org.gatehouse.endpoint.HandOver#COOKIE}, to be kept {@link #LIFETIME} long
     */
    public Secret begin(HandedOver person) {
        Secret secret = randomness.secret();
        VisitRow row = new VisitRow();
        row.id = secret.hash();
        row.clientId = person.applicant().client();
        row.accountId = person.account();
        row.wallet = person.applicant().wallet().toString();
        row.createdAt = clock.instant();
        row.expiresAt = row.createdAt.plus(LIFETIME);
        entities.persist(row);
        return secret;
    }

    /** Who visits this root endpoint with this secret; empty where the visit is over, was another's, or the account is blocked or has the wallet no more. */
    public Optional<Applicant> find(Secret secret, RootEndpoint root) {
        return Optional.ofNullable(entities.find(VisitRow.class, secret.hash()))
                .filter(row -> row.expiresAt.isAfter(clock.instant())
                        && row.clientId.equals(root.client().id()))
                .filter(row -> accounts.open(row.accountId) && accounts.has(row.accountId, AccountId.parse(row.wallet)))
                .map(row -> new Applicant(root, AccountId.parse(row.wallet)));
    }

    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "VisitRow", now, limit);
    }

    void forget(@Observes ClientRemoved removed) {
        entities.createQuery("delete from VisitRow v where v.clientId = :client")
                .setParameter("client", removed.client())
                .executeUpdate();
    }
}

package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.gatehouse.vault.Digests;
import org.gatehouse.vault.Randomness;
import org.jspecify.annotations.Nullable;

/** Writes the trail, in the transaction of what it tells of: what was rolled back did not happen. */
@Dependent
public class Audit {
    private static final int LONGEST_DETAIL = 300;

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;

    @Inject
    Audit(EntityManager entities, Clock clock, Randomness randomness) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
    }

    /**
     * Adds an event.
     *
     * @param action what was done, such as {@code session.begin}
     * @param outcome {@code ok}, or the slug of the refusal
     * @param account the id of the account that it concerns, if known
     * @param subject a wallet or another thing that it concerns; its hash is stored
     */
    @Transactional
    public void record(String action, String outcome, @Nullable String account, @Nullable String subject) {
        record(action, outcome, account, subject, null);
    }

    /**
     * Adds an event that concerns a client.
     *
     * @param client the client's id
     * @see #record(String, String, String, String)
     */
    @Transactional
    public void record(
            String action,
            String outcome,
            @Nullable String account,
            @Nullable String subject,
            @Nullable String client) {
        record(action, outcome, account, subject, client, null);
    }

    /**
     * Adds an event that tells more.
     *
     * @param detail what happened, in at most 300 characters, of which the rest is left out; no secret and no wallet
     * @see #record(String, String, String, String, String)
     */
    @Transactional
    public void record(
            String action,
            String outcome,
            @Nullable String account,
            @Nullable String subject,
            @Nullable String client,
            @Nullable String detail) {
        AuditRow row = new AuditRow();
        // Random, as the two servers' JPA providers count sequences in ways that do not go together.
        row.id = randomness.id();
        row.happenedAt = clock.instant();
        row.action = action;
        row.outcome = outcome;
        row.accountId = account;
        row.subjectHash = subject == null ? null : Digests.sha256(subject);
        row.clientId = client;
        row.detail = detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
        entities.persist(row);
    }
}

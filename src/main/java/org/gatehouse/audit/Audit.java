package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.gatehouse.vault.Randomness;
import org.jspecify.annotations.Nullable;

/** Writes the trail, in the transaction of what it tells of: what was rolled back did not happen. It is chained a moment later. */
@Dependent
public class Audit {
    private static final int LONGEST_DETAIL = 300;

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final AuditKey key;
    private final Circumstances circumstances;
    private final Seldom seldom;

    @Inject
    Audit(
            EntityManager entities,
            Clock clock,
            Randomness randomness,
            AuditKey key,
            Circumstances circumstances,
            Seldom seldom) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.key = key;
        this.circumstances = circumstances;
        this.seldom = seldom;
    }

    /** Adds an event, with who calls and from where. */
    @Transactional
    public void record(AuditEvent event) {
        AuditRow row = new AuditRow();
        // Random, as the two servers' JPA providers count sequences in ways that do not go together.
        row.id = randomness.id();
        // As the database keeps it: the mac is of what can be read again.
        row.happenedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        row.action = event.action();
        row.outcome = event.outcome();
        row.actor = event.actor() == null ? circumstances.actor() : event.actor();
        row.accountId = event.account();
        row.clientId = event.client();
        row.applicationId = event.application();
        row.network = event.network();
        row.subjectMac = event.subject() == null ? null : key.subject(event.subject());
        row.originMac = circumstances.address().map(key::origin).orElse(null);
        row.requestId = circumstances.requestId().orElse(null);
        row.detail = event.detail() == null ? null : plain(event.detail());
        row.mac = key.mac(CanonicalText.of(row));
        entities.persist(row);
    }

    /**
     * Adds an event that anybody may cause: once a minute at most, on each node, for the same action, outcome, client and this.
     *
     * @param what a part of what happened that nobody can vary without end, or that costs a row anyway
     */
    @Transactional
    public void recordSeldom(AuditEvent event, String what) {
        if (seldom.first(String.join(" ", event.action(), event.outcome(), String.valueOf(event.client()), what)))
            record(event);
    }

    /**
     * Notes that the rest of the current call is done by this one, which has just proved who it is.
     *
     * @param actor as {@link Circumstances#actor} has it
     */
    public void callIsBy(String actor) {
        circumstances.actsAs(actor);
    }

    /**
     * Adds an event that concerns an account or a thing alone.
     *
     * @see AuditEvent
     */
    @Transactional
    public void record(String action, String outcome, @Nullable String account, @Nullable String subject) {
        record(action, outcome, account, subject, null);
    }

    /**
     * Adds an event that concerns a client too.
     *
     * @see AuditEvent
     */
    @Transactional
    public void record(
            String action,
            String outcome,
            @Nullable String account,
            @Nullable String subject,
            @Nullable String client) {
        record(AuditEvent.of(action)
                .outcome(outcome)
                .account(account)
                .wallet(subject)
                .client(client));
    }

    /** What every database takes, and gives back as it was: no control character, no half of a pair. */
    private static String plain(String detail) {
        StringBuilder text = new StringBuilder();
        detail.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .takeWhile(point -> text.length() + Character.charCount(point) <= LONGEST_DETAIL)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}

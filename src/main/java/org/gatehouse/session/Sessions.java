package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.audit.Audit;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** Sessions of browsers. A session comes of a proven attempt, once, and only in the browser that began it. */
@Dependent
@Transactional
public class Sessions {
    private static final String LIVE = " s.endedAt is null and s.expiresAt > :now and s.lastUsedAt > :idle";
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int USER_AGENT_LENGTH = 200;

    private final EntityManager entities;
    private final Clock clock;
    private final SessionSettings settings;
    private final Randomness randomness;
    private final Accounts accounts;
    private final Audit audit;
    private final Event<SessionEnded> ended;

    @Inject
    Sessions(
            EntityManager entities,
            Clock clock,
            SessionSettings settings,
            Randomness randomness,
            Accounts accounts,
            Audit audit,
            Event<SessionEnded> ended) {
        this.entities = entities;
        this.clock = clock;
        this.settings = settings;
        this.randomness = randomness;
        this.accounts = accounts;
        this.audit = audit;
        this.ended = ended;
    }

    /**
     * Turns a proven attempt into a session. The new secret is the only way in: nothing that was known before the proof opens it (OWASP ASVS
     * 5.0, 7.2.4).
     *
     * @param browser the secret of the attempt's cookie
     * @param userAgent what the browser calls itself, for the person's list of sessions
     * @throws jakarta.persistence.PersistenceException if another sign-in of the same new wallet was faster; a second call then succeeds
     */
    public Finish finish(Secret browser, String userAgent) {
        AttemptRow attempt = entities.find(AttemptRow.class, Attempts.id(browser));
        if (attempt == null) return new Finish.Gone();
        Instant now = clock.instant();
        return switch (attempt.state(now)) {
            case PENDING -> new Finish.NotYet();
            case FINISHED -> new Finish.Before(new LocalPath(attempt.goOn));
            case ENDED, EXPIRED -> new Finish.Gone();
            case PROVEN -> take(attempt, userAgent, now);
        };
    }

    private Finish take(AttemptRow attempt, String userAgent, Instant now) {
        String id = randomness.id();
        int taken = entities.createQuery(
                        "update AttemptRow a set a.finishedAt = :now where a.id = :id and a.finishedAt is null and a.endedAt is null")
                .setParameter("now", now)
                .setParameter("id", attempt.id)
                .executeUpdate();
        LocalPath goOn = new LocalPath(attempt.goOn);
        if (taken == 0) return late(attempt);
        AccountId wallet = attempt.provenWallet().orElseThrow();
        Secret secret = randomness.secret();
        SessionRow row = new SessionRow();
        row.id = id;
        row.attemptId = attempt.id;
        row.secretHash = secret.hash();
        row.accountId = accounts.ofWallet(wallet);
        row.wallet = wallet.toString();
        row.userAgent = userAgent.substring(0, Math.min(userAgent.length(), USER_AGENT_LENGTH));
        row.authenticatedAt = attempt.provenAt;
        row.lastUsedAt = now;
        row.expiresAt = now.plus(settings.absolute());
        entities.persist(row);
        audit.record("session.begin", "ok", row.accountId, wallet.toString());
        return new Finish.SignedIn(row.view(), secret, goOn);
    }

    /** Another call changed the attempt after this one had read it. */
    private Finish late(AttemptRow attempt) {
        entities.refresh(attempt);
        return attempt.endedAt == null ? new Finish.Before(new LocalPath(attempt.goOn)) : new Finish.Gone();
    }

    /** The live session of this cookie; notes its use, so often that the idle time is right and not at every request. */
    public Optional<Session> find(Secret secret) {
        return used("secretHash", secret.hash());
    }

    /** The live session of this id, which its browser uses at another site; notes that as {@link #find} does. */
    public Optional<Session> use(String id) {
        return used("id", id);
    }

    private Optional<Session> used(String key, String value) {
        Instant now = clock.instant();
        Optional<SessionRow> row = entities.createQuery(
                        "select s from SessionRow s where s." + key + " = :value and" + LIVE, SessionRow.class)
                .setParameter("value", value)
                .setParameter("now", now)
                .setParameter("idle", now.minus(settings.idle()))
                .getResultStream()
                .findFirst();
        row.filter(found -> found.lastUsedAt.isBefore(now.minus(noteUseAfter())))
                .ifPresent(found -> noteUse(found.id, now));
        return row.map(SessionRow::view);
    }

    private Duration noteUseAfter() {
        Duration quarter = settings.idle().dividedBy(4);
        return quarter.compareTo(NOTED) < 0 ? quarter : NOTED;
    }

    private void noteUse(String id, Instant now) {
        entities.createQuery("update SessionRow s set s.lastUsedAt = :now where s.id = :id and s.endedAt is null")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The live session of this id; its use is not noted. */
    public Optional<Session> live(String id) {
        Instant now = clock.instant();
        return entities.createQuery("select s from SessionRow s where s.id = :id and" + LIVE, SessionRow.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("idle", now.minus(settings.idle()))
                .getResultStream()
                .findFirst()
                .map(SessionRow::view);
    }

    /** Ends the session of this cookie, if there is one. */
    public void end(Secret secret) {
        find(secret).ifPresent(session -> {
            entities.createQuery("update SessionRow s set s.endedAt = :now where s.id = :id and s.endedAt is null")
                    .setParameter("now", clock.instant())
                    .setParameter("id", session.id())
                    .executeUpdate();
            audit.record(
                    "session.end", "ok", session.account(), session.wallet().toString());
            ended.fire(new SessionEnded(session.id(), session.account()));
        });
    }

    /** How long the cookie of a session may live in the browser. */
    public Duration longest() {
        return settings.absolute();
    }
}

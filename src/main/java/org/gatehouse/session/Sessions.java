package org.gatehouse.session;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.LinkedWallets;
import org.gatehouse.account.Unlinking;
import org.gatehouse.account.WalletRemoved;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Circumstances;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** Sessions of browsers, from their begin ({@link Finishing}) to their end. */
@Dependent
@Transactional
public class Sessions {
    private static final String LIVE = " s.endedAt is null and s.expiresAt > :now and s.lastUsedAt > :idle";
    private static final Duration NOTED = Duration.ofMinutes(1);
    /** Later than every use. */
    private static final Instant FOR_ANY_USE = Instant.parse("9999-01-01T00:00:00Z");

    private final EntityManager entities;
    private final Clock clock;
    private final SessionSettings settings;
    private final Attempts attempts;
    private final LinkedWallets links;
    private final Audit audit;
    private final Event<SessionEnded> ended;
    private final Event<AccountSignedOut> signedOut;
    private final Event<SessionDisowned> disowned;

    @Inject
    Sessions(
            EntityManager entities,
            Clock clock,
            SessionSettings settings,
            Attempts attempts,
            LinkedWallets links,
            Audit audit,
            Event<SessionEnded> ended,
            Event<AccountSignedOut> signedOut,
            Event<SessionDisowned> disowned) {
        this.entities = entities;
        this.clock = clock;
        this.settings = settings;
        this.attempts = attempts;
        this.links = links;
        this.audit = audit;
        this.ended = ended;
        this.signedOut = signedOut;
        this.disowned = disowned;
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

    /**
     * Holds a live session until the caller's transaction is over, and notes its use. Whoever ends the session waits meanwhile, and then sees what the
     * caller's transaction made of it.
     *
     * @return whether the session is live
     */
    public boolean hold(String id) {
        Instant now = clock.instant();
        return entities.createQuery("update SessionRow s set s.lastUsedAt = :now where s.id = :id and" + LIVE)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .setParameter("idle", now.minus(settings.idle()))
                        .executeUpdate()
                == 1;
    }

    /** The live sessions of an account, the one that was used last first. */
    public List<SessionUse> of(String account) {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select s from SessionRow s where s.accountId = :account and" + LIVE
                                + " order by s.lastUsedAt desc, s.id",
                        SessionRow.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("idle", now.minus(settings.idle()))
                .getResultStream()
                .map(row -> new SessionUse(
                        row.view(),
                        row.lastUsedAt,
                        Optional.ofNullable(row.userAgent).orElse(""),
                        Optional.ofNullable(row.network)))
                .toList();
    }

    /** How many sessions are live. */
    public long countLive() {
        Instant now = clock.instant();
        return entities.createQuery("select count(s) from SessionRow s where" + LIVE, Long.class)
                .setParameter("now", now)
                .setParameter("idle", now.minus(settings.idle()))
                .getSingleResult();
    }

    /**
     * Ends the session of this cookie.
     *
     * @return whether there was such a session
     */
    public boolean end(Secret secret) {
        return find(secret)
                .filter(session -> end(session.account(), session.id()))
                .isPresent();
    }

    /**
     * Ends a session of an account.
     *
     * @return whether there was such a session
     */
    public boolean end(String account, String id) {
        return endEach("s.accountId = :account and s.id = :id", Map.of("account", account, "id", id)) > 0;
    }

    /** Ends what was signed in with a wallet that its account has no more. Before the grants: in the order in which others hold a session and then what it gave. */
    void end(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) WalletRemoved removed) {
        endEach(
                "s.accountId = :account and s.wallet = :wallet",
                Map.of("account", removed.account(), "wallet", removed.wallet().toString()));
    }

    /**
     * Ends all sessions of an account but one. What was given to outlive a session stays, as it does where each is ended by itself.
     *
     * @param kept the id of the one that stays
     * @return how many were ended
     */
    public int endOthers(String account, String kept) {
        return endEach("s.accountId = :account and s.id <> :kept", Map.of("account", account, "kept", kept));
    }

    /**
     * Signs a person out everywhere: ends all sessions, and whatever came of earlier ones.
     *
     * @return how many sessions were ended
     */
    public int endAll(String account) {
        int sessions = endEach("s.accountId = :account", Map.of("account", account));
        audit.record("account.sign-out", "ok", account, null);
        signedOut.fire(new AccountSignedOut(account));
        return sessions;
    }

    /**
     * Undoes what came of an attempt, however long ago: whoever confirmed it in the wallet did not mean to. Ends the attempt and the session that it was
     * the last to confirm, revokes all that this session gave, and takes back the wallet that it added to an account.
     *
     * @param attempt the attempt's public id
     * @return whether there was something to undo
     */
    public boolean disown(String attempt) {
        boolean undone = takeBack(attempt);
        undone |= endEach("s.attemptId = :attempt", Map.of("attempt", attempt)) > 0;
        entities.createQuery("select s.id from SessionRow s where s.attemptId = :attempt", String.class)
                .setParameter("attempt", attempt)
                .getResultList()
                .forEach(session -> disowned.fire(new SessionDisowned(session)));
        undone |= attempts.end(attempt);
        if (undone) audit.record("attempt.disown", "ok", null, attempt);
        return undone;
    }

    private boolean takeBack(String attempt) {
        AttemptRow row = entities.find(AttemptRow.class, attempt);
        if (row == null || row.purpose != AttemptPurpose.LINK || row.finishedAt == null) return false;
        SessionRow session = entities.find(SessionRow.class, row.forSession);
        AccountId wallet = row.provenWallet().orElseThrow();
        // Not one that the account had before.
        return session != null && links.unlinkSince(session.accountId, wallet, row.finishedAt) == Unlinking.REMOVED;
    }

    /** Ends what has run out and was not ended: whoever is told of the end of sessions is told of these as well. */
    int expire(Instant now, int limit) {
        Instant idle = now.minus(settings.idle());
        List<SessionRow> past = entities.createQuery(
                        "select s from SessionRow s where s.endedAt is null and (s.expiresAt <= :now or s.lastUsedAt <= :idle) order by s.id",
                        SessionRow.class)
                .setParameter("now", now)
                .setParameter("idle", idle)
                .setMaxResults(limit)
                .getResultList();
        for (SessionRow row : past)
            if (ended(row, now, idle))
                audit.record(AuditEvent.of("session.end")
                        .outcome("expired")
                        .by(Circumstances.SYSTEM)
                        .account(row.accountId)
                        .wallet(row.wallet));
        return past.size();
    }

    private int endEach(String which, Map<String, String> values) {
        Instant now = clock.instant();
        TypedQuery<SessionRow> query = entities.createQuery(
                "select s from SessionRow s where s.endedAt is null and " + which + " order by s.id", SessionRow.class);
        values.forEach(query::setParameter);
        int sessions = 0;
        for (SessionRow row : query.getResultList()) {
            if (!ended(row, now, FOR_ANY_USE)) continue;
            audit.record("session.end", "ok", row.accountId, row.wallet);
            sessions++;
        }
        return sessions;
    }

    /** Ends a session, once; of several calls that want to, one does. */
    private boolean ended(SessionRow row, Instant now, Instant unusedSince) {
        boolean done = entities.createQuery(
                                "update SessionRow s set s.endedAt = :now where s.id = :id and s.endedAt is null and (s.expiresAt <= :now or s.lastUsedAt <= :unused)")
                        .setParameter("now", now)
                        .setParameter("id", row.id)
                        .setParameter("unused", unusedSince)
                        .executeUpdate()
                == 1;
        if (done) ended.fire(new SessionEnded(row.id, row.accountId));
        return done;
    }

    /** How long the cookie of a session may live in the browser. */
    public Duration longest() {
        return settings.absolute();
    }
}

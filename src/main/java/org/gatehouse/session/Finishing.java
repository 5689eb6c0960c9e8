package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.LinkedWallets;
import org.gatehouse.account.Linking;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Circumstances;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** What a proven attempt becomes, once, and only in the browser that began it. */
@Dependent
@Transactional
public class Finishing {
    private static final int USER_AGENT_LENGTH = 200;

    private final EntityManager entities;
    private final Clock clock;
    private final SessionSettings settings;
    private final Randomness randomness;
    private final Sessions sessions;
    private final Accounts accounts;
    private final LinkedWallets links;
    private final Audit audit;
    private final Circumstances circumstances;

    @Inject
    Finishing(
            EntityManager entities,
            Clock clock,
            SessionSettings settings,
            Randomness randomness,
            Sessions sessions,
            Accounts accounts,
            LinkedWallets links,
            Audit audit,
            Circumstances circumstances) {
        this.entities = entities;
        this.clock = clock;
        this.settings = settings;
        this.randomness = randomness;
        this.sessions = sessions;
        this.accounts = accounts;
        this.links = links;
        this.audit = audit;
        this.circumstances = circumstances;
    }

    /**
     * Turns a proven attempt into a session, or into what else it was begun for. A session of the same account that the browser has is renewed: its
     * applications stay signed in. One of another account is ended. In any case the secret is new and the only way in: nothing that was known before the
     * proof opens it (OWASP ASVS 5.0, 7.2.4).
     *
     * @param browser the secret of the attempt's cookie
     * @param current the secret of the session's cookie, if the browser has one
     * @param userAgent what the browser calls itself, for the person's list of sessions
     * @throws jakarta.persistence.PersistenceException if another sign-in of the same new wallet was faster; a second call then succeeds
     */
    public Finish finish(Secret browser, Optional<Secret> current, String userAgent) {
        AttemptRow attempt = entities.find(AttemptRow.class, Attempts.id(browser));
        if (attempt == null) return new Finish.Gone();
        Instant now = clock.instant();
        return switch (attempt.state(now)) {
            case PENDING -> new Finish.NotYet();
            case FINISHED -> new Finish.Before(new LocalPath(attempt.goOn));
            case ENDED, EXPIRED -> new Finish.Gone();
            case PROVEN -> proven(attempt, current.flatMap(sessions::find), origin(userAgent), now);
        };
    }

    private Origin origin(String userAgent) {
        String cut = userAgent.substring(0, Math.min(userAgent.length(), USER_AGENT_LENGTH));
        return new Origin(cut, circumstances.address().flatMap(Network::of));
    }

    private Finish proven(AttemptRow attempt, Optional<Session> current, Origin origin, Instant now) {
        boolean forAnother = attempt.forSession != null
                && current.filter(session -> session.id().equals(attempt.forSession))
                        .isEmpty();
        if (forAnother) return new Finish.Gone();
        String id = randomness.id();
        int taken = entities.createQuery(
                        "update AttemptRow a set a.finishedAt = :now where a.id = :id and a.finishedAt is null and a.endedAt is null")
                .setParameter("now", now)
                .setParameter("id", attempt.id)
                .executeUpdate();
        if (taken == 0) return late(attempt);
        AccountId wallet = attempt.provenWallet().orElseThrow();
        return switch (attempt.purpose) {
            case SIGN_IN, ARRIVE -> signIn(accounts.ofWallet(wallet), id, attempt, current, origin, now);
            case CONFIRM -> confirm(current.orElseThrow(), wallet, id, attempt, origin, now);
            case LINK -> link(current.orElseThrow(), wallet, new LocalPath(attempt.goOn));
        };
    }

    /** Another call changed the attempt after this one had read it. */
    private Finish late(AttemptRow attempt) {
        entities.refresh(attempt);
        return attempt.endedAt == null ? new Finish.Before(new LocalPath(attempt.goOn)) : new Finish.Gone();
    }

    private Finish confirm(
            Session current, AccountId wallet, String id, AttemptRow attempt, Origin origin, Instant now) {
        if (accounts.find(wallet).filter(current.account()::equals).isEmpty()) {
            audit.record(AuditEvent.of("session.confirm")
                    .outcome("not-yours")
                    .byAccount(current.account())
                    .account(current.account())
                    .wallet(wallet.toString()));
            return new Finish.Unchanged(Finish.Reason.NOT_YOURS);
        }
        return signIn(current.account(), id, attempt, Optional.of(current), origin, now);
    }

    private Finish link(Session current, AccountId wallet, LocalPath goOn) {
        if (accounts.blocked(current.account())) {
            audit.record(AuditEvent.of("wallet.link")
                    .outcome("blocked")
                    .byAccount(current.account())
                    .account(current.account())
                    .wallet(wallet.toString()));
            return new Finish.Unchanged(Finish.Reason.BLOCKED);
        }
        // Whoever blocked the account, or signed it out, may have been faster than the lock.
        if (!sessions.hold(current.id())) return new Finish.Gone();
        Linking linking = links.link(current.account(), wallet);
        boolean refused = linking == Linking.OF_ANOTHER;
        if (linking != Linking.ITS_OWN) {
            audit.record(AuditEvent.of("wallet.link")
                    .outcome(refused ? "of-another" : AuditEvent.OK)
                    .byAccount(current.account())
                    .account(current.account())
                    .wallet(wallet.toString()));
        }
        return refused ? new Finish.Unchanged(Finish.Reason.OF_ANOTHER) : new Finish.Linked(goOn);
    }

    private Finish signIn(
            String account, String id, AttemptRow attempt, Optional<Session> current, Origin origin, Instant now) {
        if (accounts.blocked(account)) {
            audit.record(AuditEvent.of("session.begin")
                    .outcome("blocked")
                    .byAccount(account)
                    .account(account)
                    .wallet(attempt.wallet));
            return new Finish.Unchanged(Finish.Reason.BLOCKED);
        }
        // With the account held: whoever takes the wallet away has done so, or ends this session.
        if (!accounts.has(account, attempt.provenWallet().orElseThrow())) return new Finish.Gone();
        accounts.signedIn(account);
        SessionRow row = new SessionRow();
        row.id = id;
        row.attemptId = attempt.id;
        row.accountId = account;
        row.wallet = attempt.wallet;
        row.userAgent = origin.userAgent();
        row.network = origin.network().orElse(null);
        row.authenticatedAt = attempt.provenAt;
        row.handedOver = attempt.purpose == AttemptPurpose.ARRIVE;
        row.lastUsedAt = now;
        row.expiresAt = now.plus(settings.absolute());
        Secret secret = randomness.secret();
        row.secretHash = secret.hash();
        Optional<Session> same = current.filter(session -> session.account().equals(account))
                .filter(session -> renewed(session.id(), row));
        if (same.isPresent()) {
            row.id = same.get().id();
            audit.record(AuditEvent.of("session.renew")
                    .byAccount(account)
                    .account(account)
                    .wallet(row.wallet));
        } else {
            // The browser forgets the secret of the session that it had; nobody could end that one here any more.
            current.ifPresent(session -> sessions.end(session.account(), session.id()));
            entities.persist(row);
            audit.record(AuditEvent.of("session.begin")
                    .byAccount(account)
                    .account(account)
                    .wallet(row.wallet));
        }
        return new Finish.SignedIn(row.view(), secret, new LocalPath(attempt.goOn));
    }

    /**
     * Gives a session all that a new one would have, but for its id; false where it was ended meanwhile. A certain one may be handed over by that: it is
     * kept for its applications, and what it says of wallet and time rests on the last proof alone.
     */
    private boolean renewed(String session, SessionRow as) {
        // A null as a parameter has no type, which PostgreSQL asks for.
        String network = as.network == null ? "null" : ":network";
        Query renew = entities.createQuery(
                        "update SessionRow s set s.secretHash = :secret, s.attemptId = :attempt, s.wallet = :wallet, s.userAgent = :userAgent, s.network = "
                                + network
                                + ", s.authenticatedAt = :authenticated, s.handedOver = :handedOver, s.lastUsedAt = :used, s.expiresAt = :expires where s.id = :id and s.endedAt is null")
                .setParameter("secret", as.secretHash)
                .setParameter("attempt", as.attemptId)
                .setParameter("wallet", as.wallet)
                .setParameter("userAgent", as.userAgent)
                .setParameter("authenticated", as.authenticatedAt)
                .setParameter("handedOver", as.handedOver)
                .setParameter("used", as.lastUsedAt)
                .setParameter("expires", as.expiresAt)
                .setParameter("id", session);
        if (as.network != null) renew.setParameter("network", as.network);
        return renew.executeUpdate() == 1;
    }

    /** Where a browser signs in from, as its person will be told. */
    private record Origin(String userAgent, Optional<String> network) {}
}

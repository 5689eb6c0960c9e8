package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Clients;
import org.gatehouse.database.PastRows;
import org.gatehouse.ops.Sweep;
import org.gatehouse.session.Attempt;
import org.gatehouse.session.Attempts;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/** What becomes of user tokens that pages hand in: each is taken once. */
@Dependent
@Transactional
public class Logins implements Sweep {
    /** How long an address waits for its browser. */
    static final Duration OPEN = Duration.ofMinutes(1);

    private static final String ACTION = "selfkey.login";
    private static final String WAITS = " l.secretHash = :secret and l.openedAt is null and l.openUntil > :now";

    private final EntityManager entities;
    private final Clock clock;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Audit audit;

    @Inject
    Logins(EntityManager entities, Clock clock, Accounts accounts, Attempts attempts, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * Takes a token for the sign-in page that handed it in: its attempt is proven.
     *
     * @return whether it is; false where the token was taken before, or the attempt is over
     * @throws jakarta.persistence.PersistenceException if another call took the token in this moment; a second call then sees that
     */
    boolean prove(Attempt attempt, String client, UserToken token) {
        if (!take(client, token, null)) return false;
        boolean proven = proven(attempt, client, token);
        record(proven ? "ok" : "over", client, token.wallet());
        return proven;
    }

    private boolean proven(Attempt attempt, String client, UserToken token) {
        // The time of the token has no fractions: a signature never counts as older than what it answers.
        Instant signedAt = token.signedAt().isBefore(attempt.begunAt()) ? attempt.begunAt() : token.signedAt();
        return client.equals(Clients.OWN)
                ? attempts.prove(attempt.token(), token.wallet(), signedAt)
                : attempts.proveArrival(attempt.token(), token.wallet(), signedAt);
    }

    /**
     * Takes a token for the address of this secret, which the browser opens next.
     *
     * @return whether it is taken; false where it was before
     * @throws jakarta.persistence.PersistenceException as {@link #prove}
     */
    boolean lead(Secret address, String client, UserToken token) {
        if (!take(client, token, address.hash())) return false;
        record("handed-in", client, token.wallet());
        return true;
    }

    /**
     * Takes a token of someone who does not sign in with it.
     *
     * @return whether it is taken; false where it was before
     * @throws jakarta.persistence.PersistenceException as {@link #prove}
     */
    boolean handOver(String client, UserToken token) {
        if (!take(client, token, null)) return false;
        audit.record("selfkey.hand-over", "ok", token.subject(), token.wallet().toString(), client);
        return true;
    }

    /** The login that waits at the address of this secret; empty where none does (any more). */
    public Optional<Login> look(Secret address) {
        return entities.createQuery("select l from LoginRow l where" + WAITS, LoginRow.class)
                .setParameter("secret", address.hash())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(LoginRow::view);
    }

    /** The same, once: of several calls one gets it, and nothing waits there any more. */
    public Optional<Login> open(Secret address) {
        Optional<Login> login = look(address);
        return end(address, login, "ok") ? login : Optional.empty();
    }

    /** Ends the login that waits there: the person says that it was somebody else. */
    public void disown(Secret address) {
        end(address, look(address), "disowned");
    }

    private boolean end(Secret address, Optional<Login> login, String outcome) {
        boolean ended = close(address);
        if (ended) login.ifPresent(one -> record(outcome, one.client(), one.wallet()));
        return ended;
    }

    private boolean close(Secret address) {
        return entities.createQuery("update LoginRow l set l.openedAt = :now where" + WAITS)
                        .setParameter("now", clock.instant())
                        .setParameter("secret", address.hash())
                        .executeUpdate()
                == 1;
    }

    private boolean take(String client, UserToken token, @Nullable String secretHash) {
        if (entities.find(LoginRow.class, token.jti()) != null) return false;
        LoginRow row = new LoginRow();
        row.id = token.jti();
        row.secretHash = secretHash;
        row.clientId = client;
        row.wallet = token.wallet().toString();
        row.signedAt = token.signedAt();
        row.openUntil = clock.instant().plus(OPEN);
        row.expiresAt = token.expiresAt();
        entities.persist(row);
        entities.flush();
        return true;
    }

    private void record(String outcome, String client, AccountId wallet) {
        audit.record(ACTION, outcome, accounts.find(wallet).orElse(null), wallet.toString(), client);
    }

    /** Forgets tokens when they have expired by themselves, and nobody waits at their address any more. */
    @Override
    public int sweep(Instant now, int limit) {
        return PastRows.remove(entities, "LoginRow", now.minus(OPEN), limit);
    }
}

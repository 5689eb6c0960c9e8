package org.gatehouse.grant;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Client;
import org.gatehouse.session.AccountSignedOut;
import org.gatehouse.session.SessionEnded;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;

/** What sessions gave to clients. */
@Dependent
@Transactional
public class Grants {
    /** How long a code is valid: as long as a redirect takes (OWASP ASVS 5.0, 10.4.3). */
    static final Duration CODE = Duration.ofSeconds(60);

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Audit audit;

    @Inject
    Grants(EntityManager entities, Clock clock, Randomness randomness, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.audit = audit;
    }

    /** Makes a grant and gives the code that a client redeems it with, once. */
    public Secret authorize(Authorized authorized) {
        Instant now = clock.instant();
        Secret code = randomness.secret();
        GrantRow row = new GrantRow();
        row.id = randomness.id();
        row.clientId = authorized.client().id();
        row.accountId = authorized.session().account();
        row.sessionId = authorized.session().id();
        row.wallet = authorized.session().wallet().toString();
        row.scope = String.join(" ", new TreeSet<>(authorized.scope()));
        row.redirectUri = authorized.redirectUri();
        row.nonce = authorized.nonce().orElse(null);
        row.codeChallenge = authorized.codeChallenge().orElse(null);
        row.acr = authorized.acr();
        row.authenticatedAt = authorized.session().authenticatedAt();
        row.createdAt = now;
        row.codeHash = code.hash();
        row.codeExpiresAt = now.plus(CODE);
        row.expiresAt = row.codeExpiresAt;
        entities.persist(row);
        audit.record("grant.authorize", "ok", row.accountId, row.wallet, row.clientId);
        return code;
    }

    /** The clients that this session gave something to that was redeemed, by id. */
    public List<String> clients(String session) {
        return entities.createQuery(
                        "select distinct g.clientId from GrantRow g where g.sessionId = :session and g.codeUsedAt is not null",
                        String.class)
                .setParameter("session", session)
                .getResultList();
    }

    /** A session that ends takes with it all that it gave, but for what was given to outlive it. */
    void end(@Observes SessionEnded ended) {
        entities.createQuery(
                        "update GrantRow g set g.revokedAt = :now where g.sessionId = :session and g.revokedAt is null"
                                + " and g.scope not like :offline")
                .setParameter("now", clock.instant())
                .setParameter("session", ended.session())
                .setParameter("offline", "%" + Client.OFFLINE_ACCESS + "%")
                .executeUpdate();
    }

    /** A person who is signed out everywhere leaves nothing behind. */
    void end(@Observes AccountSignedOut signedOut) {
        entities.createQuery(
                        "update GrantRow g set g.revokedAt = :now where g.accountId = :account and g.revokedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("account", signedOut.account())
                .executeUpdate();
    }

    /** Revokes all that was given by an account that was signed in with this wallet. */
    public void revokeOf(String account, AccountId wallet) {
        entities.createQuery(
                        "update GrantRow g set g.revokedAt = :now where g.accountId = :account and g.wallet = :wallet and g.revokedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("account", account)
                .setParameter("wallet", wallet.toString())
                .executeUpdate();
    }
}

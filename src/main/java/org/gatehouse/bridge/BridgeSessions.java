package org.gatehouse.bridge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.grant.Grant;
import org.gatehouse.grant.Grants;
import org.gatehouse.grant.Redeemed;
import org.gatehouse.session.Session;
import org.gatehouse.session.Sessions;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** Sessions at portals. Each is as good as its grant and the session of the same browser here, and ends with either, whoever ends that. */
@Dependent
@Transactional
class BridgeSessions {
    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Grants grants;
    private final Sessions sessions;
    private final Audit audit;

    @Inject
    BridgeSessions(
            EntityManager entities, Clock clock, Randomness randomness, Grants grants, Sessions sessions, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.grants = grants;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Redeems the code that a browser came back with, and begins its session at the portal in the place of the one that it had there.
     *
     * @param former the cookie of the session that it had, if it had one
     * @return empty where the code is not valid, or the session that gave it has ended
     */
    Optional<BridgeSession> begin(Portal portal, Departure departure, Secret code, Optional<Secret> former) {
        Optional<BridgeSession> begun = grants.redeem(
                        code, portal.client(), portal.callback().toString(), Optional.of(departure.verifier()))
                .map(Redeemed::grant)
                .flatMap(this::begin);
        if (begun.isPresent()) former.ifPresent(secret -> end(portal, secret));
        return begun;
    }

    private Optional<BridgeSession> begin(Grant grant) {
        return sessions.live(grant.session()).map(session -> {
            Secret secret = randomness.secret();
            BridgeSessionRow row = new BridgeSessionRow();
            row.id = randomness.id();
            row.secretHash = secret.hash();
            row.clientId = grant.client();
            row.grantId = grant.id();
            row.expiresAt = session.expiresAt();
            entities.persist(row);
            audit.record("bridge.begin", "ok", grant.account(), grant.wallet().toString(), grant.client());
            return new BridgeSession(secret, row.expiresAt);
        });
    }

    /** The live session that this cookie of this portal stands for; notes its use, so that who works at the portal is not idle here. */
    Optional<Session> find(Portal portal, Secret secret) {
        return grant(portal, secret).map(Grant::session).flatMap(sessions::use);
    }

    /**
     * Ends what this cookie of this portal stands for, with all that the portal was given; not the session that it came of.
     *
     * @return whether it stood for anything
     */
    boolean end(Portal portal, Secret secret) {
        Optional<Grant> grant = grant(portal, secret);
        grant.ifPresent(grants::revoke);
        return grant.isPresent();
    }

    private Optional<Grant> grant(Portal portal, Secret secret) {
        return entities.createQuery(
                        "select b.grantId from BridgeSessionRow b"
                                + " where b.secretHash = :secret and b.clientId = :client and b.expiresAt > :now",
                        String.class)
                .setParameter("secret", secret.hash())
                .setParameter("client", portal.client().id())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .flatMap(grants::unrevoked);
    }
}

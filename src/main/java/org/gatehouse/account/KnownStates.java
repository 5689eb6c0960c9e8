package org.gatehouse.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.wallet.AccountId;

/** What networks said last of people, for those who look at many people at once. It decides nothing. */
@Dependent
class KnownStates {
    /** How exact the time is: what is the same is not written each time that it is asked. */
    private static final Duration NOTED = Duration.ofHours(1);

    private static final String STATE = "state";

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    KnownStates(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Notes what was just said, where the network answered. A wallet that belongs to nobody is not noted. */
    @Transactional
    public void note(AccountId wallet, Standing standing) {
        if (!(standing.facts().get(STATE) instanceof String state)) return;
        Instant now = clock.instant();
        entities.createQuery("update WalletRow w set w.state = :state, w.stateAt = :now where w.wallet = :wallet"
                        + " and (w.state is null or w.state <> :state or w.stateAt < :before)")
                .setParameter("state", state)
                .setParameter("now", now)
                .setParameter("wallet", wallet.toString())
                .setParameter("before", now.minus(NOTED))
                .executeUpdate();
    }
}

package org.gatehouse.logout;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.client.Clients;
import org.gatehouse.grant.Grants;
import org.gatehouse.outbox.Backlog;
import org.gatehouse.session.SessionEnded;
import org.gatehouse.vault.Randomness;

/** The notices that are not delivered yet. */
@Dependent
@Transactional
class Notices {
    /** For how long a client is told that does not answer. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** The time between two tries. The first is longer than a try may take, so that no other node tries meanwhile. */
    private static final List<Duration> BACKOFF = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private static final String ACTION = "logout.notice";

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Grants grants;
    private final Clients clients;
    private final Audit audit;
    private final Event<NoticesWritten> written;

    @Inject
    Notices(
            EntityManager entities,
            Clock clock,
            Randomness randomness,
            Grants grants,
            Clients clients,
            Audit audit,
            Event<NoticesWritten> written) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.grants = grants;
        this.clients = clients;
        this.audit = audit;
        this.written = written;
    }

    /** Writes a notice for each client of a session that ends and wants to be told, in the same transaction. */
    void write(@Observes SessionEnded ended) {
        Instant now = clock.instant();
        List<String> told = grants.clients(ended.session()).stream()
                .filter(client -> address(client).isPresent())
                .toList();
        for (String client : told) {
            NoticeRow row = new NoticeRow();
            row.id = randomness.id();
            row.clientId = client;
            row.accountId = ended.account();
            row.sessionId = ended.session();
            row.nextTryAt = now;
            row.expiresAt = now.plus(LONGEST);
            entities.persist(row);
        }
        if (!told.isEmpty()) written.fire(new NoticesWritten());
    }

    /** How many wait. */
    Backlog backlog() {
        return new Backlog(count("n.tries >= 0"), count("n.tries > 0"));
    }

    private long count(String which) {
        return entities.createQuery("select count(n) from NoticeRow n where " + which, Long.class)
                .getSingleResult();
    }

    /** The ids of notices that are due, those that wait longest first. */
    List<String> due(int limit) {
        return entities.createQuery(
                        "select n.id from NoticeRow n where n.nextTryAt <= :now order by n.nextTryAt, n.id",
                        String.class)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Takes a due notice for one try, which then is this node's alone until the next is due: whatever becomes of this node, the notice is tried again.
     *
     * @return empty where another node was faster, nobody has to be told any more, or the client may not act just now: it is told if that passes in time
     */
    Optional<Notice> take(String id) {
        Instant now = clock.instant();
        NoticeRow row = entities.find(NoticeRow.class, id);
        if (row == null || row.nextTryAt.isAfter(now)) return Optional.empty();
        Optional<Client> client = clients.find(row.clientId);
        Optional<URI> address = client.flatMap(known -> known.uris().backchannelLogout());
        boolean unwanted = client.isPresent() && address.isEmpty();
        if (unwanted || !now.isBefore(row.expiresAt)) {
            remove(row, unwanted ? "no-address" : "given-up");
            return Optional.empty();
        }
        Instant next = now.plus(BACKOFF.get(Math.min(row.tries, BACKOFF.size() - 1)));
        int taken = entities.createQuery(
                        "update NoticeRow n set n.nextTryAt = :next, n.tries = n.tries + 1 where n.id = :id and n.nextTryAt = :due")
                .setParameter("next", next.isBefore(row.expiresAt) ? next : row.expiresAt)
                .setParameter("id", id)
                .setParameter("due", row.nextTryAt)
                .executeUpdate();
        if (taken == 0 || address.isEmpty()) return Optional.empty();
        return Optional.of(new Notice(id, client.orElseThrow(), address.get(), row.accountId, row.sessionId));
    }

    /** A client that is registered no more is told nothing. */
    void forget(@Observes ClientRemoved removed) {
        entities.createQuery("select n from NoticeRow n where n.clientId = :client", NoticeRow.class)
                .setParameter("client", removed.client())
                .getResultList()
                .forEach(row -> remove(row, "no-client"));
    }

    /** The client has taken a notice. */
    void delivered(String id) {
        NoticeRow row = entities.find(NoticeRow.class, id);
        if (row != null) remove(row, "ok");
    }

    private void remove(NoticeRow row, String outcome) {
        int removed = entities.createQuery("delete from NoticeRow n where n.id = :id")
                .setParameter("id", row.id)
                .executeUpdate();
        if (removed == 1) audit.record(ACTION, outcome, row.accountId, row.sessionId, row.clientId);
    }

    private Optional<URI> address(String client) {
        return clients.find(client).flatMap(known -> known.uris().backchannelLogout());
    }
}

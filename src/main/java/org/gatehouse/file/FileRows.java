package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.file.Storing.Reason;
import org.gatehouse.vault.MasterKey;

/** The files as rows of the table {@code stored_file}. */
@Dependent
@Transactional
class FileRows {
    /** How long a file waits for something that refers to it. */
    static final Duration UNCLAIMED = Duration.ofDays(1);

    private static final String OF = " f.accountId = :account and f.clientId = :client";
    private static final String OWNED = OF + " and f.keySealed is not null";
    private static final String THERE =
            OWNED + " and f.storedAt is not null and (f.expiresAt is null or f.expiresAt > :now)";
    private static final String ERASE = "update FileRow f set f.keySealed = null, f.expiresAt = :past where";
    private static final String FREE = " and f.claimedFor is null";
    private static final String CLAIMED = " and f.claimedFor = :purpose";
    private static final String BEGINS = "substring(f.keySealed, 1, " + MasterKey.HEAD_CHARACTERS + ") = :head";

    private final EntityManager entities;
    private final Clock clock;
    private final Accounts accounts;
    private final FileSettings settings;

    @Inject
    FileRows(EntityManager entities, Clock clock, Accounts accounts, FileSettings settings) {
        this.entities = entities;
        this.clock = clock;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Begins a file, and keeps room for the longest that it may get: its {@code bytes} are set. Others that begin one for this account wait until that is
     * done.
     *
     * @return why it may not begin; empty where it has begun
     */
    Optional<Reason> begin(FileRow row) {
        if (accounts.blocked(row.accountId)) return Optional.of(Reason.BLOCKED);
        long left = row.claimedFor == null ? left(row.accountId) : Files.MAX_BYTES;
        if (left <= 0) return Optional.of(Reason.OVER_QUOTA);
        row.bytes = Math.min(left, Files.MAX_BYTES);
        entities.persist(row);
        // Before the pieces that refer to it: the entities do not know of each other.
        entities.flush();
        return Optional.empty();
    }

    private long left(String account) {
        return Math.min(settings.quota() - used(account), Files.MAX_UNCLAIMED_BYTES - unclaimed(account));
    }

    /** Until a content is erased it counts, whatever became of the file. */
    private long used(String account) {
        return sum(account, "");
    }

    /** Whoever erases files again and again runs into the quota above. */
    private long unclaimed(String account) {
        return sum(account, " and f.expiresAt is not null and f.keySealed is not null");
    }

    private long sum(String account, String which) {
        Long sum = entities.createQuery(
                        "select sum(f.bytes) from FileRow f where f.accountId = :account"
                                + " and (f.claimedFor is null or f.claimedFor not like '" + Files.GIVEN + "%')"
                                + which,
                        Long.class)
                .setParameter("account", account)
                .getSingleResult();
        return sum == null ? 0 : sum;
    }

    /**
     * Says that a file is whole.
     *
     * @return false where it was given up meanwhile
     */
    boolean complete(String id, long bytes) {
        Instant now = clock.instant();
        return entities.createQuery(
                                "update FileRow f set f.bytes = :bytes, f.storedAt = :now, f.expiresAt = :expires"
                                        + " where f.id = :id and f.storedAt is null and f.keySealed is not null and f.expiresAt > :now")
                        .setParameter("bytes", bytes)
                        .setParameter("now", now)
                        .setParameter("expires", now.plus(UNCLAIMED))
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    /** Gives up a file that is not whole: the key goes at once, the rest with the next sweep. */
    void giveUp(String id) {
        entities.createQuery(ERASE + " f.id = :id and f.storedAt is null")
                .setParameter("past", Instant.EPOCH)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The whole file of this id, if it is this owner's. */
    Optional<FileRow> find(String id, Owner owner) {
        TypedQuery<FileRow> query =
                entities.createQuery("select f from FileRow f where f.id = :id and" + THERE, FileRow.class);
        query.setParameter("id", id).setParameter("now", clock.instant());
        return owned(query, owner).getResultStream().findFirst();
    }

    /** Whether this owner's file of this id held malware. */
    boolean wasInfected(String id, Owner owner) {
        TypedQuery<Long> query = entities.createQuery(
                "select count(f) from FileRow f where f.id = :id and f.scan = :infected and" + OF, Long.class);
        query.setParameter("id", id).setParameter("infected", Scan.INFECTED);
        return owned(query, owner).getSingleResult() > 0;
    }

    /** What a file at this client is kept for. */
    Optional<String> purpose(String id, String client) {
        return entities.createQuery(
                        "select f.claimedFor from FileRow f where f.id = :id and f.clientId = :client"
                                + " and f.claimedFor is not null",
                        String.class)
                .setParameter("id", id)
                .setParameter("client", client)
                .getResultStream()
                .findFirst();
    }

    /** As {@link Files#claim}. The rows are held first, in one order, so that nobody erases one in between. */
    boolean claim(Set<String> ids, Owner owner, String purpose) {
        TypedQuery<FileRow> query = entities.createQuery(
                "select f from FileRow f where f.id in :ids and" + THERE
                        + " and (f.claimedFor is null or f.claimedFor = :purpose) order by f.id",
                FileRow.class);
        query.setParameter("ids", ids).setParameter("now", clock.instant()).setParameter("purpose", purpose);
        query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
        if (owned(query, owner).getResultList().size() != ids.size()) return false;
        entities.createQuery("update FileRow f set f.expiresAt = null, f.claimedFor = :purpose where f.id in :ids")
                .setParameter("purpose", purpose)
                .setParameter("ids", ids)
                .executeUpdate();
        return true;
    }

    /** Erases the keys, for ever, and leaves the contents to the sweep. */
    void erase(Set<String> ids, Owner owner, String purpose) {
        erase(" f.id in :ids and" + OF + CLAIMED, owner, Map.of("ids", ids, "purpose", purpose));
    }

    /** The same for all files that are kept for this. */
    void erase(Owner owner, String purpose) {
        erase(OF + CLAIMED, owner, Map.of("purpose", purpose));
    }

    /** The same for those of these that nobody has claimed. */
    void discard(Set<String> ids, Owner owner) {
        erase(" f.id in :ids and" + OWNED + FREE, owner, Map.of("ids", ids));
    }

    /** The same for all that nobody has claimed. */
    void discard(Owner owner) {
        erase(OWNED + FREE, owner, Map.of());
    }

    private void erase(String which, Owner owner, Map<String, Object> parameters) {
        Query update = entities.createQuery(ERASE + which).setParameter("past", Instant.EPOCH);
        parameters.forEach(update::setParameter);
        owned(update, owner).executeUpdate();
    }

    /** Files that nobody claimed in time, or that were erased, the longest so first. */
    List<FileRow> expired(Instant now, int limit) {
        return entities.createQuery(
                        "select f from FileRow f where f.expiresAt < :now order by f.expiresAt, f.id", FileRow.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Erases the key of a file that expired.
     *
     * @return false where it has been claimed, or is gone
     */
    boolean eraseExpired(String id, Instant now) {
        return entities.createQuery("update FileRow f set f.keySealed = null where f.id = :id and f.expiresAt < :now")
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Lets the sweep come back to a file whose content cannot be erased now. */
    void postpone(String id, Instant until) {
        entities.createQuery("update FileRow f set f.expiresAt = :until where f.id = :id and f.keySealed is null")
                .setParameter("until", until)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Forgets a file whose content is erased. */
    void remove(String id) {
        entities.createQuery("delete from FileRow f where f.id = :id and f.keySealed is null")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Up to so many rows whose key is sealed under that master key, by id, from the first that comes after this one. */
    List<FileRow> sealedUnder(String head, String after, int limit) {
        return entities.createQuery(
                        "select f from FileRow f where " + BEGINS + " and f.id > :after order by f.id", FileRow.class)
                .setParameter("head", head)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    long countSealedUnder(String head) {
        return entities.createQuery("select count(f) from FileRow f where " + BEGINS, Long.class)
                .setParameter("head", head)
                .getSingleResult();
    }

    /** Stores what was sealed anew, if the row still has what was sealed before; says whether. */
    boolean reseal(String id, String before, String anew) {
        return entities.createQuery(
                                "update FileRow f set f.keySealed = :anew where f.id = :id and f.keySealed = :before")
                        .setParameter("anew", anew)
                        .setParameter("id", id)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    /** What was given to a client that is removed, nobody can claim any more. */
    void forget(@Observes ClientRemoved removed) {
        entities.createQuery(ERASE + " f.clientId = :client")
                .setParameter("past", Instant.EPOCH)
                .setParameter("client", removed.client())
                .executeUpdate();
    }

    private static <Q extends Query> Q owned(Q query, Owner owner) {
        query.setParameter("account", owner.account()).setParameter("client", owner.client());
        return query;
    }
}

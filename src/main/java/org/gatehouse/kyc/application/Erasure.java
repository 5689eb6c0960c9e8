package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;

/**
 * Erases what applications contain. That there was one, its status, its dates and the statuses of its log stay. For this nothing is opened: what cannot be
 * opened any more can be erased.
 */
@Dependent
@Transactional
public class Erasure {
    private static final String THERE = " a.dossierSealed is not null";
    private static final Set<Integer> ASKING = Arrays.stream(ApplicationStatus.values())
            .filter(ApplicationStatus::asksApplicant)
            .map(ApplicationStatus::code)
            .collect(Collectors.toSet());

    private final EntityManager entities;
    private final Clock clock;
    private final Files files;
    private final Audit audit;

    @Inject
    Erasure(EntityManager entities, Clock clock, Files files, Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.files = files;
        this.audit = audit;
    }

    /**
     * An application that is not erased.
     *
     * @param decidedAt when it was closed; empty while it is open
     * @param eraseAt when it goes; empty where that is not known, or never
     */
    public record Contents(
            String id,
            String client,
            String template,
            int templateVersion,
            ApplicationStatus status,
            Optional<Instant> decidedAt,
            Optional<Instant> eraseAt) {}

    /** Ids of applications whose time is over, the longest so first; a member's not before its company's is closed. */
    public List<String> due(Instant now, int limit) {
        return entities.createQuery(
                        "select a.id from ApplicationRow a where a.eraseAt <= :now and" + THERE
                                + " and (a.parentId is null or exists (select p.id from ApplicationRow p"
                                + " where p.id = a.parentId and p.decidedAt is not null)) order by a.eraseAt, a.id",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Ids of applications that wait for their applicants, and at which, members included, nothing happened since then; members' are not among them. */
    public List<String> abandoned(Instant since, int limit) {
        return abandoned("", since).setMaxResults(limit).getResultList();
    }

    /** Whether this is one of those. */
    public boolean isAbandoned(String id, Instant since) {
        return !abandoned(" and a.id = :id", since)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    private TypedQuery<String> abandoned(String which, Instant since) {
        return entities.createQuery(
                        "select a.id from ApplicationRow a where a.status in :asking and a.updatedAt < :since"
                                + " and a.parentId is null and" + THERE + which
                                + " and not exists (select m.id from ApplicationRow m where m.parentId = a.id and m.updatedAt >= :since)"
                                + " order by a.updatedAt, a.id",
                        String.class)
                .setParameter("asking", ASKING)
                .setParameter("since", since);
    }

    /** Holds an application until the caller's transaction is over; empty where there is none, or it is erased. */
    public Optional<Contents> hold(String id) {
        return ApplicationLock.hold(entities, id).map(Erasure::contents);
    }

    /** Ids of the applications of an account that are not erased, without those of members: what they are is known once they are held. */
    public List<String> ofAccount(String account) {
        return ids("a.accountId = :key and a.parentId is null", account);
    }

    /** These applications as they are now: somebody may change them in the next moment. */
    public List<Contents> look(String account) {
        return entities.createQuery(
                        "select a from ApplicationRow a where a.accountId = :account and a.parentId is null and" + THERE
                                + " order by a.id",
                        ApplicationRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(Erasure::contents)
                .toList();
    }

    /** Ids of those of the members of a company. */
    public List<String> members(String company) {
        return ids("a.parentId = :key", company);
    }

    /** Ids of all applications of an account, erased or not, members' included, each with its client; the oldest first. */
    public Map<String, String> all(String account) {
        Map<String, String> clients = new LinkedHashMap<>();
        entities.createQuery(
                        "select a.id, a.clientId from ApplicationRow a where a.accountId = :account order by a.createdAt, a.id",
                        Object[].class)
                .setParameter("account", account)
                .getResultList()
                .forEach(row -> clients.put((String) row[0], (String) row[1]));
        return clients;
    }

    private List<String> ids(String which, String key) {
        return entities.createQuery(
                        "select a.id from ApplicationRow a where " + which + " and" + THERE + " order by a.id",
                        String.class)
                .setParameter("key", key)
                .getResultList();
    }

    private static Contents contents(ApplicationRow row) {
        return new Contents(
                row.id,
                row.clientId,
                row.templateId,
                row.templateVersion,
                ApplicationStatus.ofCode(row.status).orElseThrow(),
                Optional.ofNullable(row.decidedAt),
                Optional.ofNullable(row.eraseAt));
    }

    /** Lets an application that is held go at this time. */
    public void eraseAt(String id, Instant until) {
        entities.createQuery("update ApplicationRow a set a.eraseAt = :until where a.id = :id")
                .setParameter("until", until)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Erases what an application contains, and those of its members: with the caller's transaction the files' keys are gone as well. */
    public void erase(String id) {
        List<ApplicationRow> rows = entities.createQuery(
                        "select a from ApplicationRow a where (a.id = :id or a.parentId = :id) and" + THERE
                                + " order by a.id",
                        ApplicationRow.class)
                .setParameter("id", id)
                .getResultList();
        rows.forEach(this::erase);
        rows.stream()
                .map(row -> new Owner(row.accountId, row.clientId))
                .distinct()
                .forEach(this::eraseUser);
    }

    private void erase(ApplicationRow row) {
        Owner owner = new Owner(row.accountId, row.clientId);
        files.erase(owner, OwnApplications.filePurpose(row.id));
        files.erase(owner, Files.GIVEN + row.id);
        int erased = entities.createQuery(
                        "update ApplicationRow a set a.dossierSealed = null, a.erasedAt = :now, a.risk = 0,"
                                + " a.version = a.version + 1 where a.id = :id and" + THERE)
                .setParameter("now", clock.instant())
                .setParameter("id", row.id)
                .executeUpdate();
        entities.createQuery("update EntryRow e set e.textSealed = null, e.subject = null where e.applicationId = :id")
                .setParameter("id", row.id)
                .executeUpdate();
        if (erased == 1)
            audit.record(AuditEvent.of("kyc.erase")
                    .account(row.accountId)
                    .client(row.clientId)
                    .application(row.id)
                    .detail(row.templateId));
    }

    /** What the applicant said once for all applications goes with the last of them. */
    private void eraseUser(Owner owner) {
        long left = entities.createQuery(
                        "select count(a) from ApplicationRow a where a.accountId = :account and a.clientId = :client and"
                                + THERE,
                        Long.class)
                .setParameter("account", owner.account())
                .setParameter("client", owner.client())
                .getSingleResult();
        if (left > 0) return;
        entities.createNativeQuery("delete from kyc_user where account_id = ?1 and client_id = ?2")
                .setParameter(1, owner.account())
                .setParameter(2, owner.client())
                .executeUpdate();
    }

    /** How many applications of a client are not erased. */
    public long count(String client) {
        return entities.createQuery(
                        "select count(a) from ApplicationRow a where a.clientId = :client and" + THERE, Long.class)
                .setParameter("client", client)
                .getSingleResult();
    }

    /** A client that is registered under the same id later is another one, at which nobody has applied. */
    void forget(@Observes ClientRemoved removed) {
        String rows = "delete from ApplicationRow a where a.clientId = :client";
        for (String each : List.of(
                "delete from EntryRow e where e.applicationId in"
                        + " (select a.id from ApplicationRow a where a.clientId = :client)",
                rows + " and a.parentId is not null",
                rows)) {
            entities.createQuery(each).setParameter("client", removed.client()).executeUpdate();
        }
        entities.createNativeQuery("delete from kyc_user where client_id = ?1")
                .setParameter(1, removed.client())
                .executeUpdate();
    }
}

package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;

/** What the virus scanner said of files, in their rows. */
@Dependent
@Transactional
class ScanRows {
    private static final String WAITING = " where f.id = :id and f.scan = :waiting and f.keySealed is not null";

    private final EntityManager entities;
    private final Audit audit;

    @Inject
    ScanRows(EntityManager entities, Audit audit) {
        this.entities = entities;
        this.audit = audit;
    }

    /** Whole files of which the scanner is to be asked, the longest so first. */
    List<FileRow> due(Instant now, int limit) {
        return entities.createQuery(
                        "select f from FileRow f where f.scan = :waiting and f.scanAt < :now and f.storedAt is not null"
                                + " and f.keySealed is not null order by f.scanAt, f.id",
                        FileRow.class)
                .setParameter("waiting", Scan.WAITING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Keeps other nodes from asking until then.
     *
     * @return false where one does already
     */
    boolean take(FileRow row, Instant until) {
        return waiting("set f.scanAt = :until", " and f.scanAt = :before", row.id)
                        .setParameter("until", until)
                        .setParameter("before", row.scanAt)
                        .executeUpdate()
                == 1;
    }

    /** Has the scanner asked again then. */
    void postpone(String id, Instant until) {
        waiting("set f.scanAt = :until", "", id).setParameter("until", until).executeUpdate();
    }

    void clean(String id) {
        waiting("set f.scan = :clean, f.scanAt = null", "", id)
                .setParameter("clean", Scan.CLEAN)
                .executeUpdate();
    }

    /**
     * Erases the key of a file. One that nobody has claimed goes with the next sweep; of one that is kept for something the row stays, so that whoever looks
     * for it learns why it is not there.
     *
     * @param malware the scanner's name for what is in it
     */
    void infected(FileRow row, String malware) {
        int updated = waiting("set f.keySealed = null, f.scan = :infected, f.scanAt = null", "", row.id)
                .setParameter("infected", Scan.INFECTED)
                .executeUpdate();
        if (updated == 0) return;
        entities.createQuery("update FileRow f set f.expiresAt = :past where f.id = :id and f.claimedFor is null")
                .setParameter("past", Instant.EPOCH)
                .setParameter("id", row.id)
                .executeUpdate();
        audit.record(AuditEvent.of("file.infected")
                .account(row.accountId)
                .client(row.clientId)
                .detail(malware));
    }

    private Query waiting(String change, String besides, String id) {
        return entities.createQuery("update FileRow f " + change + WAITING + besides)
                .setParameter("waiting", Scan.WAITING)
                .setParameter("id", id);
    }
}

package org.gatehouse.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chains what was recorded: gives each event its place and its hash. Of nodes that do so at once one does, and the others do nothing. */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
class Sealing {
    private static final Logger LOG = System.getLogger(Sealing.class.getName());

    private final EntityManager entities;
    private final AuditKey key;

    @Inject
    Sealing(EntityManager entities, AuditKey key) {
        this.entities = entities;
        this.key = key;
    }

    /**
     * Chains a batch of what is committed, the oldest first.
     *
     * @param limit the most events that one call may chain
     * @return how many were looked at; fewer than {@code limit} when nothing is left, or another node was faster
     */
    int seal(int limit) {
        ChainRow chain = entities.find(ChainRow.class, ChainRow.ID);
        if (chain == null) return 0;
        List<AuditRow> waiting = waiting(limit);
        if (waiting.isEmpty()) return 0;
        List<AuditRow> whole = new ArrayList<>();
        List<AuditRow> foreign = new ArrayList<>();
        for (AuditRow row : waiting) {
            boolean old = row.mac == null && chain.number + whole.size() < chain.oldRows;
            (old || recorded(row, row.mac) ? whole : foreign).add(row);
        }
        Linked last = link(whole, chain);
        if (!advance(chain, last)) return 0;
        last.links().forEach(Link::store);
        foreign.forEach(Sealing::refuse);
        return waiting.size();
    }

    private List<AuditRow> waiting(int limit) {
        return entities.createQuery(
                        "select a from AuditRow a where a.number is null and a.hash is null order by a.happenedAt, a.id",
                        AuditRow.class)
                .setMaxResults(limit)
                .getResultList();
    }

    private boolean recorded(AuditRow row, @Nullable String mac) {
        return mac != null && mac.equals(key.mac(CanonicalText.of(row)));
    }

    private Linked link(List<AuditRow> rows, ChainRow chain) {
        long number = chain.number;
        String hash = chain.hash;
        List<Link> links = new ArrayList<>();
        for (AuditRow row : rows) {
            // Of an old row the subject stands there as its plain hash.
            String subject =
                    row.mac == null && row.subjectMac != null ? key.subjectOfHash(row.subjectMac) : row.subjectMac;
            number++;
            hash = CanonicalText.hash(hash, row, number, subject);
            links.add(new Link(row, number, hash, key.mac(number, hash), subject));
        }
        return new Linked(links, number, hash);
    }

    /** The one statement that decides which node chains these. */
    private boolean advance(ChainRow chain, Linked last) {
        return entities.createQuery("update ChainRow c set c.number = :number, c.hash = :hash"
                                + " where c.id = :id and c.number = :before and c.hash = :hashBefore")
                        .setParameter("number", last.number())
                        .setParameter("hash", last.hash())
                        .setParameter("id", chain.id)
                        .setParameter("before", chain.number)
                        .setParameter("hashBefore", chain.hash)
                        .executeUpdate()
                == 1;
    }

    /** It stays where it is, and the check of the trail tells of it. */
    private static void refuse(AuditRow row) {
        row.refuse();
        LOG.log(Level.ERROR, "event {0} of the trail was not recorded by this Gatehouse, or was changed", row.id);
    }

    private record Linked(List<Link> links, long number, String hash) {}

    private record Link(AuditRow row, long number, String hash, String mac, @Nullable String subject) {
        void store() {
            row.chain(number, hash, mac, subject);
        }
    }
}

package org.gatehouse.kyc.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealBroken;
import org.gatehouse.vault.SealedRows;

/** The secrets, as they go over to a new master key. */
@Dependent
class SealedWebhooks implements SealedRows {
    private static final Logger LOG = System.getLogger(SealedWebhooks.class.getName());
    private static final String BEGINS = "substring(w.secretSealed, 1, " + MasterKey.HEAD_CHARACTERS + ") = :head";

    private final EntityManager entities;
    private final MasterKey masterKey;

    @Inject
    SealedWebhooks(EntityManager entities, MasterKey masterKey) {
        this.entities = entities;
        this.masterKey = masterKey;
    }

    @Override
    public String name() {
        return "kyc_webhook";
    }

    @Override
    public long waiting(String head) {
        return entities.createQuery("select count(w) from WebhookRow w where " + BEGINS, Long.class)
                .setParameter("head", head)
                .getSingleResult();
    }

    @Override
    public int reseal(String head, int limit) {
        int done = 0;
        String last = "";
        while (done < limit) {
            List<WebhookRow> batch = sealedUnder(head, last, limit - done);
            if (batch.isEmpty()) break;
            for (WebhookRow row : batch) if (reseal(row)) done++;
            last = batch.get(batch.size() - 1).id;
        }
        return done;
    }

    private List<WebhookRow> sealedUnder(String head, String after, int limit) {
        return entities.createQuery(
                        "select w from WebhookRow w where " + BEGINS + " and w.id > :after order by w.id",
                        WebhookRow.class)
                .setParameter("head", head)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private boolean reseal(WebhookRow row) {
        try {
            String anew = masterKey.reseal(row.secretSealed, WebhookRow.place(row.id));
            return entities.createQuery("update WebhookRow w set w.secretSealed = :anew"
                                    + " where w.id = :id and w.secretSealed = :before")
                            .setParameter("anew", anew)
                            .setParameter("id", row.id)
                            .setParameter("before", row.secretSealed)
                            .executeUpdate()
                    == 1;
        } catch (SealBroken e) {
            LOG.log(Level.ERROR, "cannot be sealed under a new master key and waits: {0}", e.getMessage());
            return false;
        }
    }
}

package org.gatehouse.token;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealBroken;
import org.gatehouse.vault.SealedRows;

/** The private halves of the signing keys, as they go over to a new master key. The ring keeps the keys that it has opened. */
@Dependent
class SealedKeys implements SealedRows {
    private static final Logger LOG = System.getLogger(SealedKeys.class.getName());

    private final StoredKeys stored;
    private final MasterKey masterKey;

    @Inject
    SealedKeys(StoredKeys stored, MasterKey masterKey) {
        this.stored = stored;
        this.masterKey = masterKey;
    }

    @Override
    public String name() {
        return "signing_key";
    }

    @Override
    public long waiting(String head) {
        return stored.countSealedUnder(head);
    }

    @Override
    public int reseal(String head, int limit) {
        int done = 0;
        String last = "";
        while (done < limit) {
            List<SigningKey> batch = stored.sealedUnder(head, last, limit - done);
            if (batch.isEmpty()) break;
            for (SigningKey row : batch) if (reseal(row)) done++;
            last = batch.get(batch.size() - 1).kid;
        }
        return done;
    }

    private boolean reseal(SigningKey row) {
        String before = row.privateSealed;
        if (before == null) return false;
        try {
            return stored.reseal(row.kid, before, masterKey.reseal(before, RingKey.place(row.kid)));
        } catch (SealBroken e) {
            LOG.log(Level.ERROR, "cannot be sealed under a new master key and waits: {0}", e.getMessage());
            return false;
        }
    }
}

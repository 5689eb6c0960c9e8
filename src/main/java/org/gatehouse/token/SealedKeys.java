package org.gatehouse.token;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealedRows;

/** The private halves of the signing keys, as they go over to a new master key. The ring keeps the keys that it has opened. */
@Dependent
class SealedKeys implements SealedRows {
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
        for (SigningKey row : stored.sealedUnder(head, limit)) {
            String before = row.privateSealed;
            if (before == null) continue;
            String anew = masterKey.reseal(before, RingKey.place(row.kid));
            if (stored.reseal(row.kid, before, anew)) done++;
        }
        return done;
    }
}

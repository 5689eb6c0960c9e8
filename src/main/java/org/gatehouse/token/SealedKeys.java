package org.gatehouse.token;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.ResealLoop;
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
        return ResealLoop.run(
                limit, (after, most) -> stored.sealedUnder(head, after, most), row -> row.kid, this::reseal);
    }

    private boolean reseal(SigningKey row) {
        String before = row.privateSealed;
        if (before == null) return false;
        return stored.reseal(row.kid, before, masterKey.reseal(before, RingKey.place(row.kid)));
    }
}

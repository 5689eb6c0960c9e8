package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealedRows;

/** What was said of applications, as it goes over to a new master key. */
@Dependent
class SealedEntries implements SealedRows {
    private final SealedColumn column;

    @Inject
    SealedEntries(EntityManager entities, MasterKey masterKey) {
        this.column = new SealedColumn(entities, masterKey, "EntryRow", "textSealed", EntryRow::place);
    }

    @Override
    public String name() {
        return "kyc_entry";
    }

    @Override
    public long waiting(String head) {
        return column.waiting(head);
    }

    @Override
    public int reseal(String head, int limit) {
        return column.reseal(head, limit);
    }
}

package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealedRows;

/** What applications contain, as it goes over to a new master key. No version is counted: nothing changes. */
@Dependent
class SealedDossiers implements SealedRows {
    private final SealedColumn column;

    @Inject
    SealedDossiers(EntityManager entities, MasterKey masterKey) {
        this.column = new SealedColumn(entities, masterKey, "ApplicationRow", "dossierSealed", ApplicationRow::place);
    }

    @Override
    public String name() {
        return "kyc_application";
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

package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.CallWitness;
import org.gatehouse.http.Caller;

/** Writes every call that needs a role of the staff into the trail, and every try of someone who has none. */
@Dependent
class AdministratorTrail implements CallWitness {
    private final Audit audit;

    @Inject
    AdministratorTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void saw(Caller caller, String method, String path, int status) {
        audit.record(AuditEvent.of("admin.call")
                .outcome(Integer.toString(status))
                .byAccount(caller.account())
                .detail(method + " " + path));
    }
}

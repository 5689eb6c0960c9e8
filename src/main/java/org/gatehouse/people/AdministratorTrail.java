package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.gatehouse.audit.Audit;
import org.gatehouse.http.CallWitness;
import org.gatehouse.http.Caller;

/** Writes every call of an administrator into the trail, and every try of someone who is none. */
@Dependent
class AdministratorTrail implements CallWitness {
    private final Audit audit;

    @Inject
    AdministratorTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void saw(Caller caller, String method, String path, int status) {
        audit.record("admin.call", Integer.toString(status), caller.account(), null, null, method + " " + path);
    }
}

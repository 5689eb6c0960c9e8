package org.gatehouse.console.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.CheckpointList;
import org.gatehouse.audit.Verification;
import org.gatehouse.console.Lines;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.When;
import org.gatehouse.http.Caller;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;

/** Whether the trail is as it was made, and what was signed of it. */
@Named("trailCheck")
@RequestScoped
public class TrailCheck {
    @Inject
    Verification verification;

    @Inject
    CheckpointList checkpoints;

    @Inject
    Audit audit;

    private Verification.@Nullable Report report;
    private @Nullable LazyDataModel<Signed> signed;
    private String kept = "";

    /** A signed checkpoint in the list. */
    public record Signed(long number, String hash, When at, String kid) {}

    /** Checks all of it now. */
    @MayAct({Caller.ADMINISTRATOR, Caller.AUDITOR})
    public void verify() {
        List<String> lines =
                kept.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Verification.Report found = verification.check(lines);
        String kinds = found.faults().stream().map(fault -> fault.kind().slug()).collect(Collectors.joining(" "));
        audit.record(AuditEvent.of("audit.verify")
                .outcome(found.whole() ? AuditEvent.OK : "faulty")
                .detail((found.from() + " to " + found.to() + " " + kinds).strip()));
        report = found;
    }

    /** What was found; null where nothing was checked. */
    public Verification.@Nullable Report getReport() {
        return report;
    }

    /** The checkpoints, the newest first. */
    public LazyDataModel<Signed> getCheckpoints() {
        LazyDataModel<Signed> known = signed;
        if (known == null) {
            known = new Lines<>(
                    () -> (int) checkpoints.count(), (skip, limit) -> checkpoints.newest(skip, limit).stream()
                            .map(one -> new Signed(one.number(), one.hash(), When.of(one.madeAt()), one.kid()))
                            .toList());
            signed = known;
        }
        return known;
    }

    /** Checkpoints that someone kept elsewhere, one a line. */
    public String getKept() {
        return kept;
    }

    /** Sets the checkpoints that someone kept elsewhere. */
    public void setKept(String kept) {
        this.kept = kept;
    }
}

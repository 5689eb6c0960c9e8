package org.gatehouse.kyc.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Change;
import org.gatehouse.kyc.application.Erasure;
import org.gatehouse.kyc.application.Erasure.Contents;
import org.gatehouse.kyc.template.Templates;

/** Cancels and erases single applications, each with those of its members in one transaction: whatever ends in between, it is done wholly or not at all. */
@Dependent
@Transactional
class Retention {
    private final Erasure erasure;
    private final Applications applications;
    private final Templates templates;
    private final Clock clock;

    @Inject
    Retention(Erasure erasure, Applications applications, Templates templates, Clock clock) {
        this.erasure = erasure;
        this.applications = applications;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Cancels an application if it waits for its applicant, and nothing happened since then.
     *
     * @return whether it is canceled now
     */
    boolean cancelAbandoned(String id, Instant since) {
        Optional<Contents> held = erasure.hold(id).filter(each -> erasure.isAbandoned(id, since));
        held.ifPresent(this::cancel);
        return held.isPresent();
    }

    /**
     * Erases an application if its time is over.
     *
     * @return whether it is erased now
     */
    boolean eraseDue(String id, Instant now) {
        Optional<Contents> held = erasure.hold(id)
                .filter(each -> each.eraseAt().filter(at -> !at.isAfter(now)).isPresent());
        held.ifPresent(this::erase);
        return held.isPresent();
    }

    /** Erases an application that is held; before, it is canceled where it is open. */
    void erase(Contents held) {
        cancel(held);
        erasure.erase(held.id());
    }

    private void cancel(Contents held) {
        cancelOne(held);
        for (String member : erasure.members(held.id())) erasure.hold(member).ifPresent(this::cancelOne);
    }

    private void cancelOne(Contents held) {
        if (!held.status().leadsTo(ApplicationStatus.CANCELED, Actor.Kind.SYSTEM)) return;
        Instant now = clock.instant();
        Application before = applications.find(held.id(), held.client()).orElseThrow();
        Optional<Instant> until =
                templates.find(held.template(), held.templateVersion()).flatMap(template -> template.keptUntil(now));
        Application after = before.with(ApplicationStatus.CANCELED, now, until);
        if (!applications.store(before, Change.to(after), Actor.SYSTEM, Optional.empty()))
            throw new IllegalStateException("an application changed while it was held: " + held.id());
    }
}

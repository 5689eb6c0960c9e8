package org.gatehouse.console.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.gatehouse.console.Notices;
import org.gatehouse.database.Conflict;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.review.Reviewed;
import org.primefaces.PrimeFaces;

/** Says what came of something that a reviewer did, and has the page show the application as it is then. */
@Dependent
class CaseAnswers {
    private static final String BUNDLE = "desk";

    private final Notices notices;
    private final CasePage page;
    private final CaseContents contents;

    @Inject
    CaseAnswers(Notices notices, CasePage page, CaseContents contents) {
        this.notices = notices;
        this.page = page;
        this.contents = contents;
    }

    /** Whether a reason, or another text that has to be there, is not; then it is said. */
    boolean lacks(String text) {
        if (!text.isBlank()) return false;
        notices.refuse(BUNDLE, "refused.text");
        return true;
    }

    boolean isErased() {
        return page.isErased();
    }

    /**
     * Does this, once more where it lost against another.
     *
     * @param done what is said where it is done
     * @return whether it is done
     */
    boolean of(String done, Supplier<Reviewed> call) {
        Reviewed reviewed = Conflict.again(call);
        contents.forget();
        return reviewed.then(now -> done(done, now), this::refused);
    }

    private boolean done(String done, Application now) {
        page.show(now);
        notices.done(BUNDLE, done);
        PrimeFaces.current().ajax().addCallbackParam("done", true);
        return true;
    }

    private boolean refused(Reviewed.Not not) {
        page.read();
        if (not.why() == Reviewed.Why.STALE) notices.refuse("changed");
        else notices.refuseSaying(not.sentence());
        return false;
    }
}

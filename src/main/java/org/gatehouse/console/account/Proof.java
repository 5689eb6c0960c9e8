package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.gatehouse.console.Visitor;

/** What the session says of who sits there: whoever came with the proof that a page of an application had first may look, and change nothing that hurts. */
@Named("proof")
@RequestScoped
public class Proof {
    @Inject
    Visitor visitor;

    @Inject
    Clock clock;

    /** Whether a wallet said so in the last minutes, on our own page. */
    public boolean isCertain() {
        return visitor.session().certain(clock.instant());
    }

    /** Whether a wallet said so on our own page, however long ago. */
    public boolean isOwn() {
        return !visitor.session().handedOver();
    }

    /** Where the browser comes back to after a proof: this page. */
    public String getBack() {
        return "/" + visitor.getPlace().getLink();
    }
}

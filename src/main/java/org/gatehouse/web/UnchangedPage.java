package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.gatehouse.session.Finish;

/** Why nothing came of a wallet's confirmation. */
@Named("unchanged")
@RequestScoped
public class UnchangedPage {
    private Finish.Reason reason = Finish.Reason.OF_ANOTHER;

    void setReason(Finish.Reason reason) {
        this.reason = reason;
    }

    /** The name of the sentence in the resource bundles. */
    public String getReason() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

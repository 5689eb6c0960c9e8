package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Why nothing was changed. */
@Named("unchanged")
@RequestScoped
public class UnchangedPage {
    private String reason = "";

    void setReason(String slug) {
        reason = slug;
    }

    /** The name of the sentence in the resource bundles. */
    public String getReason() {
        return reason;
    }
}

package org.gatehouse.web;

import org.gatehouse.oidc.ToldAttribute;

/** A {@link ToldAttribute} as pages read it. */
public final class AttributeLine {
    private final ToldAttribute told;

    AttributeLine(ToldAttribute told) {
        this.told = told;
    }

    /** The name of its type, such as {@code email}. */
    public String getAttribute() {
        return told.attribute();
    }

    /** What the application calls it; empty where it goes by the type's name. */
    public String getTitle() {
        return told.title().orElse("");
    }

    /** The value, shortened; empty where nothing is shared. */
    public String getValue() {
        return told.value().orElse("");
    }
}

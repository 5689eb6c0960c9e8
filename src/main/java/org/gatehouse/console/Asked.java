package org.gatehouse.console;

import jakarta.faces.context.FacesContext;
import java.util.Optional;

/** What a page was asked for: a parameter of its address, or of the form on it that keeps it. */
public final class Asked {
    private Asked() {}

    /** The parameter without surrounding blanks; empty where it is absent or blank. */
    public static Optional<String> of(String parameter) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(parameter))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}

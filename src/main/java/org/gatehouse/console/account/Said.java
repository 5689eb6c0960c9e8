package org.gatehouse.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.console.Notices;

/** Says what was done before this page was opened: the parameter {@code note} of its address names a sentence of ours, or nothing. */
@Named("said")
@RequestScoped
public class Said {
    static final Set<String> NOTES = Set.of(
            "wallet-added", "wallet-removed", "session-ended", "session-gone", "others-ended", "left", "nothing-left");

    @Inject
    Notices notices;

    /** Called before the page is written. */
    public void say() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.isPostback()) return;
        Optional.ofNullable(faces.getExternalContext().getRequestParameterMap().get("note"))
                .filter(NOTES::contains)
                .ifPresent(note -> notices.done("mine", "note." + note));
    }
}

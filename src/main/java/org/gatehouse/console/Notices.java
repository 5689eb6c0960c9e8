package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import java.util.ResourceBundle;

/** What a page says of what was done: sentences of the frame's own bundle, or of the page's. */
@RequestScoped
public class Notices {
    /** The bundle of the frame, by the name that {@code faces-config.xml} gives it. */
    private static final String FRAME = "say";

    /** Says that something was done: the sentence of this key in this bundle. */
    public void done(String bundle, String key) {
        say(FacesMessage.SEVERITY_INFO, bundle, key);
    }

    /** Says why something was not done: the sentence of this key in this bundle. */
    public void refuse(String bundle, String key) {
        say(FacesMessage.SEVERITY_ERROR, bundle, key);
    }

    /** Says why something was not done, for a reason that any page may have. */
    public void refuse(String key) {
        refuse(FRAME, "refused." + key);
    }

    /** Says why something was not done, in a sentence that is there already. */
    public void refuseSaying(String sentence) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    private static void say(Severity severity, String bundle, String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResourceBundle texts = faces.getApplication().getResourceBundle(faces, bundle);
        faces.addMessage(null, new FacesMessage(severity, texts.getString(key), null));
    }
}

package org.gatehouse.console;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Words of a page's bundle, in the page's language. */
public final class Texts {
    private final ResourceBundle bundle;
    private final FacesContext faces;

    private Texts(ResourceBundle bundle, FacesContext faces) {
        this.bundle = bundle;
        this.faces = faces;
    }

    /** The bundle of this name in {@code faces-config.xml}, such as {@code adm}. */
    public static Texts of(String name) {
        FacesContext faces = FacesContext.getCurrentInstance();
        return new Texts(faces.getApplication().getResourceBundle(faces, name), faces);
    }

    /** The text of this key. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of this key with these values in it, as {@link MessageFormat} has them. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), faces.getViewRoot().getLocale()).format(values);
    }

    /** The text of this key, or this where there is none: for names that others give. */
    public String getOr(String key, String other) {
        return bundle.containsKey(key) ? bundle.getString(key) : other;
    }
}

package org.gatehouse.console.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page is about: the parameters of its address, which its forms send along under the same names. Read when a page's bean is made, so that what a form
 * belongs to is known before Faces looks at the form.
 */
@RequestScoped
public class Asked {
    private static final String NUMBER = "[1-9][0-9]{0,5}";

    /** The parameter of this name; empty where there is none. A zero byte, which a database refuses, is taken out. */
    public String text(String name) {
        return Optional.ofNullable(parameter(name))
                .map(text -> text.replace("\0", ""))
                .orElse("");
    }

    /** Whether there is this parameter, also an empty one. */
    public boolean has(String name) {
        return parameter(name) != null;
    }

    /** The parameter of this name as a number from 1. */
    public int number(String name, int otherwise) {
        String text = text(name);
        return text.matches(NUMBER) ? Integer.parseInt(text) : otherwise;
    }

    /** Whether a form of the page was sent, rather than the page opened. */
    public boolean sent() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    /** Answers as where there is nothing of the kind that was asked for. */
    void nothing() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }

    private static @Nullable String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }
}

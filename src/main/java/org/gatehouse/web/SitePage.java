package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.http.PublicUrl;

/** What every page shows. */
@Named("site")
@RequestScoped
public class SitePage {
    @Inject
    PublicUrl publicUrl;

    @Inject
    WebSettings settings;

    private Optional<Locale> language = Optional.empty();

    /** Lets this request's page speak a language, whatever the browser prefers. */
    void speak(Optional<Locale> language) {
        this.language = language;
    }

    /** The language of the page. */
    public Locale getLocale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return language.orElseGet(() -> faces.getApplication().getViewHandler().calculateLocale(faces));
    }

    /** What the path of every link begins with; a slash at its end. */
    public String getBase() {
        return publicUrl.cookiePath();
    }

    /** The host's name, as people know it. */
    public String getHost() {
        return publicUrl.host();
    }

    /** The demo application's address; empty where there is none. */
    public String getDemo() {
        return settings.demo().map(URI::toString).orElse("");
    }
}

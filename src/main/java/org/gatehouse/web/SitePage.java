package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    private boolean fixed;

    /** Lets this request's page speak a language, whatever the browser prefers. */
    void speak(Optional<Locale> language) {
        this.language = language;
    }

    /** Lets this request's page offer no other language: it has a form that goes elsewhere. */
    void fix() {
        fixed = true;
    }

    /** The language of the page: what the person chose here, or else what the application asks for, or else what the browser prefers. */
    public Locale getLocale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return chosen(faces)
                .or(() -> language)
                .orElseGet(() -> faces.getApplication().getViewHandler().calculateLocale(faces));
    }

    /** The languages to choose from; none where the page cannot be asked for again. */
    public List<PageLanguage> getLanguages() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!(faces.getExternalContext().getRequest() instanceof HttpServletRequest request)
                || request.getDispatcherType() == DispatcherType.ERROR
                || (!request.getMethod().equals("GET") && faces.getViewRoot().isTransient())
                || fixed) return List.of();
        String current = faces.getViewRoot().getLocale().getLanguage();
        return spoken(faces)
                .map(locale -> new PageLanguage(locale, locale.getLanguage().equals(current)))
                .toList();
    }

    private static Optional<Locale> chosen(FacesContext faces) {
        return faces.getExternalContext().getRequestCookieMap().get(LanguageServlet.COOKIE) instanceof Cookie cookie
                ? spoken(faces)
                        .filter(locale -> locale.toLanguageTag().equals(cookie.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Locale> spoken(FacesContext faces) {
        Set<Locale> languages = new LinkedHashSet<>();
        languages.add(faces.getApplication().getDefaultLocale());
        faces.getApplication().getSupportedLocales().forEachRemaining(languages::add);
        return languages.stream();
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

    /** An address as a picture. */
    public PersonPicture picture(String address) {
        return PersonPicture.of(address);
    }
}

package org.gatehouse.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.Application;
import jakarta.faces.application.ApplicationFactory;
import jakarta.faces.application.ApplicationWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.gatehouse.brand.Languages;
import org.jspecify.annotations.Nullable;

/** Lets pages speak the languages of the folder of brands beside our own. */
public final class PageTexts extends ApplicationFactory {
    private @Nullable Application application;

    public PageTexts(ApplicationFactory wrapped) {
        super(wrapped);
    }

    @Override
    public synchronized Application getApplication() {
        if (application == null) application = new Speaking(getWrapped().getApplication());
        return application;
    }

    @Override
    public synchronized void setApplication(Application application) {
        this.application = null;
        getWrapped().setApplication(application);
    }

    private static final class Speaking extends ApplicationWrapper {
        Speaking(Application wrapped) {
            super(wrapped);
        }

        @Override
        public Iterator<Locale> getSupportedLocales() {
            Set<Locale> all = new LinkedHashSet<>();
            getWrapped().getSupportedLocales().forEachRemaining(all::add);
            all.addAll(languages().further());
            return all.iterator();
        }

        @Override
        public ResourceBundle getResourceBundle(FacesContext faces, String name) {
            Locale locale = faces.getViewRoot() == null
                    ? getDefaultLocale()
                    : faces.getViewRoot().getLocale();
            return languages().texts(name, locale).orElseGet(() -> getWrapped().getResourceBundle(faces, name));
        }

        private static Languages languages() {
            return CDI.current().select(Languages.class).get();
        }
    }
}

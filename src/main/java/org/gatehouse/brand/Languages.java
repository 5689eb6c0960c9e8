package org.gatehouse.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Languages of the pages beside those that Gatehouse has itself. */
@ApplicationScoped
public class Languages {
    @Inject
    BrandSettings settings;

    /** Those that the folder of brands has texts in. */
    public Collection<Locale> further() {
        return List.copyOf(settings.translations().languages());
    }

    /** The texts that views know by this name, in this language; empty where Gatehouse has them itself. */
    public Optional<ResourceBundle> texts(String variable, Locale locale) {
        return settings.translations().bundle(variable, locale);
    }
}

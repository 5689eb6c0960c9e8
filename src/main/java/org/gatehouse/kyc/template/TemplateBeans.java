package org.gatehouse.kyc.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gatehouse.config.Keys;

/** Makes this room's settings, and what this node has read of templates. */
@ApplicationScoped
class TemplateBeans {
    @Produces
    @Singleton
    TemplateFiles files(Keys keys) {
        return TemplateFiles.read(keys);
    }

    @Produces
    @Singleton
    ParsedTemplates parsed() {
        return new ParsedTemplates();
    }
}

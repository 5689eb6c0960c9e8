package org.gatehouse.kyc.template;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.gatehouse.database.Conflict;

/** Applies the files of templates before the first request. */
@ApplicationScoped
class TemplatesAtStart {
    /** After the settings were checked and the schema was made, and before clients are looked at, which offer templates. */
    private static final int BEFORE_THE_CLIENTS = Interceptor.Priority.LIBRARY_AFTER - 1;

    @Inject
    TemplateFiles files;

    @Inject
    TemplatesUpdate update;

    void start(@Observes @Priority(BEFORE_THE_CLIENTS) Startup start) {
        files.templates().forEach((id, content) -> Conflict.again(() -> update.apply(id, content)));
    }
}

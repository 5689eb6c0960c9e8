package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/** How long reviewers have for an application. */
@Dependent
class ReviewTargets {
    private final Templates templates;
    private final ReviewSettings settings;

    @Inject
    ReviewTargets(Templates templates, ReviewSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /** What its template says; where that says nothing, the setting. */
    Duration of(Application application) {
        return templates
                .find(application.template(), application.templateVersion())
                .flatMap(Template::reviewWithin)
                .orElse(settings.within());
    }
}

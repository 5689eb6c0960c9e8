package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/** How long closed applications are kept. */
@Dependent
public class KeptUntil {
    private final Templates templates;

    @Inject
    KeptUntil(Templates templates) {
        this.templates = templates;
    }

    /** When an application that is closed now is erased, as its template says; empty for never. */
    public Optional<Instant> of(Application application, Instant now) {
        OptionalInt days = templates
                .find(application.template(), application.templateVersion())
                .map(Template::retentionDays)
                .orElse(OptionalInt.empty());
        return days.isPresent() ? Optional.of(now.plus(Duration.ofDays(days.getAsInt()))) : Optional.empty();
    }
}

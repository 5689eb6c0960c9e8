package org.gatehouse.kyc.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Erasure;
import org.gatehouse.kyc.application.Erasure.Contents;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/** The applications of people. Those that were decided stay for their time where their template has them kept. */
@Dependent
@Transactional
class ApplicationData implements PersonalData {
    private static final Set<ApplicationStatus> DECIDED =
            Set.of(ApplicationStatus.APPROVED, ApplicationStatus.REJECTED);

    private final Erasure erasure;
    private final Retention retention;
    private final Templates templates;
    private final RetentionSettings settings;
    private final ApplicationExport export;

    @Inject
    ApplicationData(
            Erasure erasure,
            Retention retention,
            Templates templates,
            RetentionSettings settings,
            ApplicationExport export) {
        this.erasure = erasure;
        this.retention = retention;
        this.templates = templates;
        this.settings = settings;
        this.export = export;
    }

    @Override
    public String name() {
        return "kyc_applications";
    }

    @Override
    public Set<String> tables() {
        return Set.of("kyc_application", "kyc_entry");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        // One after the other, each read before it is written.
        return json -> export.write(account, json);
    }

    @Override
    public List<Kept> erase(String account) {
        List<Kept> kept = new ArrayList<>();
        for (String id : erasure.ofAccount(account))
            erasure.hold(id).ifPresent(held -> keptUntil(held)
                    .ifPresentOrElse(
                            at -> kept.add(new Kept(held.client(), held.id(), held.template(), at)),
                            () -> retention.erase(held)));
        return kept;
    }

    /** Until when it stays although its applicant has everything erased; empty where it does not. */
    private Optional<Instant> keptUntil(Contents held) {
        boolean kept = DECIDED.contains(held.status())
                && templates
                        .find(held.template(), held.templateVersion())
                        .filter(Template::keptWhenErased)
                        .isPresent();
        if (!kept) return Optional.empty();
        if (held.eraseAt().isPresent()) return held.eraseAt();
        Instant until = held.decidedAt().orElseThrow().plus(settings.kept());
        erasure.eraseAt(held.id(), until);
        return Optional.of(until);
    }
}

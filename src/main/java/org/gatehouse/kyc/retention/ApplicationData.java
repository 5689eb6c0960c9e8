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

    @Override
    public List<Kept> wouldKeep(String account) {
        return erasure.look(account).stream()
                .filter(this::kept)
                .map(each -> new Kept(each.client(), each.id(), each.template(), until(each)))
                .toList();
    }

    /** Until when it stays although its applicant has everything erased; empty where it does not. */
    private Optional<Instant> keptUntil(Contents held) {
        if (!kept(held)) return Optional.empty();
        Instant until = until(held);
        if (held.eraseAt().isEmpty()) erasure.eraseAt(held.id(), until);
        return Optional.of(until);
    }

    private boolean kept(Contents application) {
        return DECIDED.contains(application.status())
                && templates
                        .find(application.template(), application.templateVersion())
                        .filter(Template::keptWhenErased)
                        .isPresent();
    }

    private Instant until(Contents decided) {
        return decided.eraseAt()
                .orElseGet(() -> decided.decidedAt().orElseThrow().plus(settings.kept()));
    }
}

package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.Checked;
import org.gatehouse.attribute.SentAttribute;
import org.gatehouse.endpoint.Admissions;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/**
 * What applicants do: they apply, complete what they are asked for, cancel, and talk. Called outside of a transaction: the client may ask a distant server whom it
 * lets in. Of an application that is not the applicant's own it is not even said that it is there.
 */
@Dependent
public class Applying {
    /** How many applications are listed at once. */
    static final int MOST_LISTED = 200;

    private static final Refused NOT_OFFERED = new Refused(Refusal.UNPROCESSABLE, "Nobody applies with this template");

    private final Admissions admissions;
    private final Accounts accounts;
    private final Templates templates;
    private final Submissions submissions;
    private final Applications applications;
    private final OwnApplications own;
    private final Clock clock;

    @Inject
    Applying(
            Admissions admissions,
            Accounts accounts,
            Templates templates,
            Submissions submissions,
            Applications applications,
            OwnApplications own,
            Clock clock) {
        this.admissions = admissions;
        this.accounts = accounts;
        this.templates = templates;
        this.submissions = submissions;
        this.applications = applications;
        this.own = own;
        this.clock = clock;
    }

    /**
     * Makes an application.
     *
     * @param template the id of one of the client's templates
     * @param sent attributes as they were sent
     */
    public Applied apply(Applicant applicant, String template, List<SentAttribute> sent) {
        return admitted(applicant, () -> {
            Template offered = offered(applicant, template).orElseThrow(() -> new Undone(NOT_OFFERED));
            return Draft.of(offered, submissions.check(applicant, offered.requirements(), sent));
        });
    }

    private Optional<Template> offered(Applicant applicant, String template) {
        return templates.offered(applicant.root().client()).stream()
                .filter(one -> one.id().equals(template))
                .findFirst();
    }

    /**
     * Makes the application of a member of a company.
     *
     * @param company the id of the company's application
     * @param template the id of one of the templates that the company's has for such members
     * @param sent attributes as they were sent
     */
    public Applied addMember(
            Applicant applicant, String company, String template, List<SentAttribute> sent, Dossier.Member member) {
        return admitted(applicant, () -> {
            Application parent = find(applicant, company).orElseThrow(() -> new Undone(Refused.of(Refusal.NOT_FOUND)));
            Template fitting = templates
                    .find(parent.template(), parent.templateVersion())
                    .filter(one -> MemberTemplates.of(one, parent.dossier(), member.roles())
                            .contains(template))
                    .flatMap(one -> templates.find(applicant.root().client(), template))
                    .orElseThrow(() -> new Undone(NOT_OFFERED));
            Checked.Accepted accepted = submissions.check(applicant, fitting.requirements(), sent);
            return Draft.of(fitting, accepted).ofMember(company, member);
        });
    }

    private Applied admitted(Applicant applicant, Supplier<Draft> draft) {
        Optional<Refused> unwanted = admissions.refusal(applicant);
        return unwanted.isPresent()
                ? new Applied.Not(unwanted.get())
                : Attempt.of(() -> own.make(applicant, draft.get()));
    }

    /**
     * Adds what was missing, or replaces what was given, while the application is open. Where nothing is missing any more, and it was the applicant's turn, it
     * is {@link ApplicationStatus#UPLOADED} then.
     *
     * @param sent attributes as they were sent; others stay
     * @param answers to questions, by their ids; others stay
     */
    public Applied complete(Applicant applicant, String id, List<SentAttribute> sent, Map<String, JsonValue> answers) {
        return change(applicant, id, account -> Actor.SYSTEM, Optional.empty(), before -> {
            Checked.Accepted accepted = submissions.check(applicant, Completion.requirements(before), sent);
            return Completion.of(before, accepted, answers, clock.instant());
        });
    }

    /** Brings it to another status, which for an applicant is {@link ApplicationStatus#CANCELED} alone. */
    public Applied change(Applicant applicant, String id, int code, Optional<String> note) {
        Optional<String> said = note.filter(text -> !text.isBlank());
        return change(applicant, id, Actor::applicant, said.flatMap(Addition::text), before -> {
            if (said.isPresent()) Addition.said(said.get());
            ApplicationStatus next =
                    ApplicationStatus.ofCode(code).orElseThrow(() -> Undone.because("There is no such status"));
            if (before.status().closed()) throw Undone.because(Completion.CLOSED);
            if (!before.status().leadsTo(next, Actor.Kind.APPLICANT))
                throw new Undone(new Refused(Refusal.FORBIDDEN, "An applicant may cancel, and nothing else"));
            Instant now = clock.instant();
            return Change.to(before.with(next, now, keptUntil(before, now)));
        });
    }

    private Optional<Instant> keptUntil(Application application, Instant now) {
        return templates
                .find(application.template(), application.templateVersion())
                .flatMap(template -> template.keptUntil(now));
    }

    /** Says something to the reviewers. */
    public Applied say(Applicant applicant, String id, String message) {
        return add(applicant, id, (before, log) -> Addition.message(before, log, message));
    }

    /**
     * Says that something was paid; twice is once.
     *
     * @param transaction the hash of the transaction, as it was sent
     */
    public Applied pay(Applicant applicant, String id, String transaction) {
        return add(applicant, id, (before, log) -> Addition.payment(before, log, transaction));
    }

    /**
     * Adds an attribute that the applicant wants to give beside those that were asked for.
     *
     * @param schemaId the id of its type's schema
     * @param title what people read
     */
    public Applied ask(Applicant applicant, String id, String schemaId, String title) {
        return add(applicant, id, (before, log) -> Addition.attribute(before, schemaId, title));
    }

    private Applied add(Applicant applicant, String id, BiFunction<Application, List<Entry>, Change> addition) {
        return change(
                applicant,
                id,
                Actor::applicant,
                Optional.empty(),
                before -> addition.apply(before, applications.entries(before.id())));
    }

    private Applied change(
            Applicant applicant,
            String id,
            Function<String, Actor> actor,
            Optional<String> note,
            Function<Application, Change> thought) {
        Optional<String> account = accounts.find(applicant.wallet());
        if (account.isEmpty()) return new Applied.Not(Refused.of(Refusal.NOT_FOUND));
        Actor who = actor.apply(account.get());
        return Attempt.of(() -> {
            own.change(account.get(), applicant.client(), id, who, note, thought);
            return applications.find(id, applicant.client()).orElseThrow();
        });
    }

    /** The application, if it is the applicant's own. */
    public Optional<Application> find(Applicant applicant, String id) {
        return accounts.find(applicant.wallet()).flatMap(account -> applications.find(id, applicant.client(), account));
    }

    /** The applicant's applications at the client. */
    public List<Application> list(Applicant applicant, boolean membersToo, boolean newestFirst) {
        return accounts.find(applicant.wallet())
                .map(account -> applications.search(new Search(
                        applicant.client(),
                        Optional.of(account),
                        Optional.empty(),
                        Set.of(),
                        membersToo,
                        newestFirst,
                        0,
                        MOST_LISTED)))
                .orElse(List.of());
    }

    /** Whether the applicant's account is blocked; one that there is not yet is not. */
    public boolean blocked(Applicant applicant) {
        return accounts.find(applicant.wallet())
                .filter(account -> !accounts.open(account))
                .isPresent();
    }
}

package org.gatehouse.kyc.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gatehouse.account.Accounts;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Change;
import org.gatehouse.kyc.application.Change.Happening;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.Risk;
import org.gatehouse.kyc.application.Search;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;

/**
 * What relying parties and reviewers do with the applications of a client. Each call changes an application that nobody else changes at the same moment, or
 * nothing. A person who reviews never does so with an application of their own.
 */
@Dependent
@Transactional
public class Review {
    /** The longest type of an attachment, in characters. */
    public static final int LONGEST_TYPE = 50;

    /** How many files reviewers may add to an application. */
    static final int MOST_ATTACHMENTS = 100;

    /** What the files of an application are kept for, before its id: its applicant's, and those that reviewers added. */
    private static final Set<String> PURPOSES = Set.of("application:", Files.GIVEN);

    private static final String OWN = "Nobody reviews an application of their own";

    private final Applications applications;
    private final Templates templates;
    private final Accounts accounts;
    private final Files files;
    private final Clock clock;
    private final Audit audit;

    @Inject
    Review(Applications applications, Templates templates, Accounts accounts, Files files, Clock clock, Audit audit) {
        this.applications = applications;
        this.templates = templates;
        this.accounts = accounts;
        this.files = files;
        this.clock = clock;
        this.audit = audit;
    }

    /** The application of this id at this client. */
    public Optional<Application> find(String client, String id) {
        return applications.find(id, client);
    }

    /** Applications of a client. */
    public List<Application> search(Search search) {
        return applications.search(search);
    }

    /**
     * Brings an application to another status. Where two have to approve, the first approval makes it {@link ApplicationStatus#PARTIALLY_APPROVED}, and the
     * second, which must be somebody else's, {@link ApplicationStatus#APPROVED}.
     *
     * @param code of the status
     * @param note why; the applicant reads it as well
     */
    public Reviewed decide(Task task, int code, Optional<String> note) {
        Optional<ApplicationStatus> next = ApplicationStatus.ofCode(code);
        if (next.isEmpty()) return Reviewed.invalid("There is no status of this code");
        Words words = new Words();
        Optional<String> said = words.text("The note", note, Words.LONGEST);
        if (words.fault().isPresent()) return words.fault().get();
        return any(task, before -> decide(task, before, next.get(), said));
    }

    private Plan decide(Task task, Application before, ApplicationStatus next, Optional<String> note) {
        if (before.status().closed() && !task.lead())
            return Plan.refused(Reviewed.forbidden("A lead reviewer alone undoes a decision"));
        Decisions decisions = decisions(task, before);
        if (applications.erased(before)) return decisions.decideErased(before, next, note);
        // Held, so that the person does not leave before this is done.
        if (next == ApplicationStatus.REOPENED && !accounts.hold(before.account()))
            return Plan.refused(Reviewed.conflict(
                    "The applicant had everything erased: nobody is left who could go on with this application"));
        return decisions.decide(before, next, note);
    }

    private Decisions decisions(Task task, Application before) {
        Instant now = clock.instant();
        return new Decisions(template(before), task.actor(), now);
    }

    private Template template(Application application) {
        return templates
                .find(application.template(), application.templateVersion())
                .orElseThrow();
    }

    /** Takes a note for those who review. */
    public Reviewed note(Task task, String text) {
        return write(task, Entry.Kind.NOTE, "The note", text);
    }

    /** Says something to the applicant. */
    public Reviewed say(Task task, String message) {
        return write(task, Entry.Kind.MESSAGE, "The message", message);
    }

    private Reviewed write(Task task, Entry.Kind kind, String name, String text) {
        Words words = new Words();
        Optional<String> said = Optional.of(words.text(name, text, Words.LONGEST));
        if (words.fault().isPresent()) return words.fault().get();
        return log(task, Happening.of(kind, said, task.actor()));
    }

    private Reviewed log(Task task, Happening happened) {
        return change(task, before -> Plan.to(Change.to(before).and(happened), task.actor()));
    }

    /** Asks for one more attribute: it is the applicant's turn then. */
    public Reviewed ask(Task task, WantedAttribute wanted) {
        return change(task, before -> asking(task).attribute(before, wanted));
    }

    /** Asks one more question: it is the applicant's turn then. */
    public Reviewed ask(Task task, WantedQuestion wanted) {
        return change(task, before -> asking(task).question(before, wanted));
    }

    /**
     * Refuses what was given for these attributes: it is the applicant's turn then.
     *
     * @param comment what the applicant reads of it
     */
    public Reviewed refuseAttributes(Task task, Set<String> ids, Optional<String> comment) {
        return change(task, before -> asking(task).otherAttributes(before, ids, comment));
    }

    /** The same for answers to these questions. */
    public Reviewed refuseAnswers(Task task, Set<String> ids, Optional<String> comment) {
        return change(task, before -> asking(task).otherAnswers(before, ids, comment));
    }

    private Asking asking(Task task) {
        return new Asking(task.actor(), clock.instant());
    }

    /**
     * Writes other values in the place of what was given, if they are right by our schemas. Whoever had approved first has to do so again.
     *
     * @param values by the attributes' ids; not of documents
     */
    public Reviewed correct(Task task, Map<String, JsonValue> values) {
        return change(task, before -> new Correction(task.actor(), clock.instant()).correct(before, values));
    }

    /**
     * Says who reviews an application. Reviewers take what nobody has and release what they have; lead reviewers, and the client's server, give it to anybody and take
     * it from anybody.
     *
     * @param reviewer empty for nobody
     */
    public Reviewed assign(Task task, Optional<Actor> reviewer) {
        return traced("kyc.assign", task, change(task, before -> assignment(task, before, reviewer)));
    }

    private static Plan assignment(Task task, Application before, Optional<Actor> reviewer) {
        Predicate<Actor> oneself = task.actor()::equals;
        if (!task.lead()
                && !(reviewer.stream().allMatch(oneself)
                        && before.assignee().stream().allMatch(oneself)))
            return Plan.refused(Reviewed.forbidden("A lead reviewer alone says what others review"));
        if (before.assignee().equals(reviewer))
            return Plan.refused(Reviewed.conflict("It is so already: nothing was changed"));
        if (reviewer.filter(one -> own(one, before)).isPresent()) return Plan.refused(Reviewed.forbidden(OWN));
        Entry.Kind kind = reviewer.isPresent() ? Entry.Kind.ASSIGNMENT : Entry.Kind.RELEASE;
        Happening said = new Happening(kind, reviewer.map(Actor::text), Optional.empty(), task.actor());
        return Plan.to(Change.to(before.assignedTo(reviewer)).and(said), task.actor());
    }

    /**
     * Says how risky an application is. Its applicant does not learn of it.
     *
     * @param why what other reviewers read
     */
    public Reviewed mark(Task task, Risk risk, Optional<String> why) {
        Words words = new Words();
        Optional<String> said = words.text("The note", why, Words.LONGEST);
        if (words.fault().isPresent()) return words.fault().get();
        Happening marked = new Happening(Entry.Kind.RISK, Optional.of(risk.slug()), said, task.actor());
        return traced(
                "kyc.risk",
                task,
                change(task, before -> Plan.to(Change.to(before.of(risk)).and(marked), task.actor())));
    }

    /** What the log alone is told otherwise stands in the trail as well. */
    private Reviewed traced(String action, Task task, Reviewed reviewed) {
        return reviewed.then(
                now -> {
                    audit.record(AuditEvent.of(action)
                            .by(task.actor().inTrail())
                            .account(now.account())
                            .client(now.client())
                            .application(now.id()));
                    return reviewed;
                },
                not -> not);
    }

    /**
     * Adds a file.
     *
     * @param type what it is for, such as {@code credential}
     * @param file the id of a file of {@link #owner} that was given for {@link #purpose}. It is erased where nothing comes of this
     */
    public Reviewed attach(Task task, String type, String file) {
        Words words = new Words();
        String said = words.line("The type", type, LONGEST_TYPE);
        Reviewed attached = words.fault()
                .<Reviewed>map(not -> not)
                .orElseGet(() -> change(task, before -> attachment(before, said, file, task.actor())));
        return attached.then(application -> claim(application, file), not -> {
            find(task.client(), task.application()).ifPresent(there -> discard(there, file));
            return not;
        });
    }

    /** Why nothing can be added as this type now: asked before a file is stored. */
    Optional<Reviewed.Not> refusesFile(Task task, String type) {
        Words words = new Words();
        words.line("The type", type, LONGEST_TYPE);
        return words.fault().or(() -> find(task.client(), task.application())
                .filter(now -> !task.version().test(now.version()))
                .map(now -> Reviewed.stale()));
    }

    private Plan attachment(Application before, String type, String file, Actor actor) {
        long there = applications.entries(before.id()).stream()
                .filter(entry -> entry.kind() == Entry.Kind.ATTACHMENT)
                .count();
        if (there >= MOST_ATTACHMENTS)
            return Plan.refused(Reviewed.invalid("An application has " + MOST_ATTACHMENTS + " attachments at most"));
        Happening added = new Happening(Entry.Kind.ATTACHMENT, Optional.of(file), Optional.of(type), actor);
        return Plan.to(Change.to(before).and(added), actor);
    }

    private Reviewed claim(Application application, String file) {
        if (!files.claim(List.of(file), owner(application), purpose(application)))
            throw new IllegalStateException("a file that was just stored is not there");
        return new Reviewed.Done(application);
    }

    private void discard(Application application, String file) {
        files.erase(List.of(file), owner(application), purpose(application));
    }

    /** Whose an application's files are. */
    public static Owner owner(Application application) {
        return new Owner(application.account(), application.client());
    }

    /** The application of this client that a file is kept for. */
    public Optional<Application> ofFile(String client, String file) {
        return files.purpose(file, client)
                .flatMap(purpose -> PURPOSES.stream()
                        .filter(purpose::startsWith)
                        .findFirst()
                        .map(begin -> purpose.substring(begin.length())))
                .flatMap(application -> applications.find(application, client));
    }

    /** What the files are kept for that reviewers add: the applicant can neither claim nor replace them. */
    static String purpose(Application application) {
        return Files.GIVEN + application.id();
    }

    private Reviewed change(Task task, Function<Application, Plan> thought) {
        return any(
                task,
                before -> applications.erased(before)
                        ? Plan.refused(Reviewed.conflict(Decisions.ERASED))
                        : thought.apply(before));
    }

    /** The same of what may be erased. */
    private Reviewed any(Task task, Function<Application, Plan> thought) {
        Optional<Application> found = applications.find(task.application(), task.client());
        if (found.isEmpty()) return Reviewed.unknown();
        Application before = found.get();
        if (own(task.actor(), before)) return Reviewed.forbidden(OWN);
        if (!task.version().test(before.version())) return Reviewed.stale();
        Plan plan = thought.apply(before);
        return plan instanceof Plan.To to ? store(task, before, to) : ((Plan.Refused) plan).not();
    }

    private static boolean own(Actor actor, Application application) {
        return actor.kind() == Actor.Kind.REVIEWER && actor.id().equals(application.account());
    }

    private Reviewed store(Task task, Application before, Plan.To plan) {
        if (!applications.store(before, plan.change(), plan.actor(), plan.note()))
            // Who named a version is told that it is no longer that one.
            return task.version().test(before.version() + 1)
                    ? Reviewed.conflict("The application was changed meanwhile. Read it again.")
                    : Reviewed.stale();
        return new Reviewed.Done(applications.find(before.id(), before.client()).orElseThrow());
    }
}

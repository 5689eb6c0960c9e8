package org.gatehouse.kyc.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.http.Json;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SealBroken;
import org.jspecify.annotations.Nullable;

/** The applications as rows. A change is thought of for an application as it was read, and is stored only if it still is so. */
@Dependent
@Transactional
public class Applications {
    private final EntityManager entities;
    private final MasterKey masterKey;
    private final Randomness randomness;
    private final Clock clock;
    private final Audit audit;
    private final ReviewTargets targets;
    private final Event<StatusChanged> changed;

    @Inject
    Applications(
            EntityManager entities,
            MasterKey masterKey,
            Randomness randomness,
            Clock clock,
            Audit audit,
            ReviewTargets targets,
            Event<StatusChanged> changed) {
        this.entities = entities;
        this.masterKey = masterKey;
        this.randomness = randomness;
        this.clock = clock;
        this.audit = audit;
        this.targets = targets;
        this.changed = changed;
    }

    /** The application of this id at this client. */
    public Optional<Application> find(String id, String client) {
        return Randomness.isId(id)
                ? Optional.ofNullable(entities.find(ApplicationRow.class, id))
                        .filter(row -> row.clientId.equals(client))
                        .map(this::application)
                : Optional.empty();
    }

    /** The same, if this account made it. */
    public Optional<Application> find(String id, String client, String account) {
        return find(id, client).filter(found -> found.account().equals(account));
    }

    /** The same, held until the caller's transaction is over, as it is by then; empty also where it is erased. */
    Optional<Application> hold(String id, String client, String account) {
        return ApplicationLock.hold(entities, id).flatMap(held -> find(held.id, client, account));
    }

    /** Whether what an application contained is erased. */
    public boolean erased(Application application) {
        ApplicationRow row = entities.find(ApplicationRow.class, application.id());
        return row == null || row.dossierSealed == null;
    }

    /** Whether an account has an application of this template at this client that is at one of these and not erased; those of members aside. */
    boolean has(String account, String client, String template, Set<ApplicationStatus> statuses) {
        return entities.createQuery(
                                "select count(a) from ApplicationRow a where a.accountId = :account and a.clientId = :client"
                                        + " and a.templateId = :template and a.status in :statuses"
                                        + " and a.parentId is null and a.dossierSealed is not null",
                                Long.class)
                        .setParameter("account", account)
                        .setParameter("client", client)
                        .setParameter("template", template)
                        .setParameter("statuses", codes(statuses))
                        .getSingleResult()
                > 0;
    }

    /** Applications of a client. */
    public List<Application> search(Search search) {
        TypedQuery<ApplicationRow> query = entities.createQuery(
                "select a from ApplicationRow a where" + which(search) + " order by a.createdAt"
                        + (search.newestFirst() ? " desc, a.id desc" : ", a.id"),
                ApplicationRow.class);
        return ask(query, search).setFirstResult(search.skip()).setMaxResults(search.limit()).getResultList().stream()
                .map(this::application)
                .toList();
    }

    /** The applications of an account at all clients, those of members of companies aside; the newest first. */
    public List<Application> ofAccount(String account, int limit) {
        return entities
                .createQuery(
                        "select a from ApplicationRow a where a.accountId = :account and a.parentId is null"
                                + " order by a.createdAt desc, a.id desc",
                        ApplicationRow.class)
                .setParameter("account", account)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(this::application)
                .toList();
    }

    private static String which(Search search) {
        return " a.clientId = :client"
                + (search.account().isPresent() ? " and a.accountId = :account" : "")
                + (search.template().isPresent() ? " and a.templateId = :template" : "")
                + (search.statuses().isEmpty() ? "" : " and a.status in :statuses")
                + (search.membersToo() ? "" : " and a.parentId is null");
    }

    private static <T> TypedQuery<T> ask(TypedQuery<T> query, Search search) {
        query.setParameter("client", search.client());
        search.account().ifPresent(account -> query.setParameter("account", account));
        search.template().ifPresent(template -> query.setParameter("template", template));
        if (!search.statuses().isEmpty()) query.setParameter("statuses", codes(search.statuses()));
        return query;
    }

    private static Set<Integer> codes(Set<ApplicationStatus> statuses) {
        return statuses.stream().map(ApplicationStatus::code).collect(Collectors.toSet());
    }

    /** The ids of the applications of companies' members, the oldest first, by the ids of the companies' applications. */
    public Map<String, List<String>> members(Set<String> companies) {
        if (companies.isEmpty()) return Map.of();
        return entities
                .createQuery(
                        "select a.parentId, a.id from ApplicationRow a where a.parentId in :companies order by a.createdAt, a.id",
                        Object[].class)
                .setParameter("companies", companies)
                .getResultList()
                .stream()
                .collect(groupingBy(found -> (String) found[0], mapping(found -> (String) found[1], toList())));
    }

    /** What happened to an application, the oldest first. */
    public List<Entry> entries(String application) {
        return entries(Set.of(application)).getOrDefault(application, List.of());
    }

    /** The same for several applications at once, by their ids. */
    public Map<String, List<Entry>> entries(Set<String> applications) {
        if (applications.isEmpty()) return Map.of();
        return entities
                .createQuery(
                        "select e from EntryRow e where e.applicationId in :applications order by e.number",
                        EntryRow.class)
                .setParameter("applications", applications)
                .getResultList()
                .stream()
                .collect(groupingBy(row -> row.applicationId, mapping(this::entry, toList())));
    }

    /**
     * Stores a new application, whose log begins with its status.
     *
     * @param actor who made it
     * @return as it is stored
     */
    public Application add(Application made, Actor actor) {
        ApplicationRow row = new ApplicationRow();
        row.id = made.id();
        row.clientId = made.client();
        row.accountId = made.account();
        row.templateId = made.template();
        row.templateVersion = made.templateVersion();
        row.parentId = made.parent().orElse(null);
        row.status = made.status().code();
        row.version = made.version();
        row.dossierSealed = seal(made);
        row.createdAt = made.createdAt();
        row.updatedAt = made.updatedAt();
        Turn turn = turn(made);
        row.waitingSince = turn.since().orElse(null);
        row.dueAt = turn.due().orElse(null);
        row.risk = made.risk().code();
        entities.persist(row);
        // Before the entries that refer to it: the entities do not know of each other.
        entities.flush();
        append(made.id(), 0, Change.Happening.of(Entry.Kind.STATUS, Optional.empty(), actor), made.status());
        Application stored = application(row);
        tell("kyc.apply", stored, actor);
        return stored;
    }

    /**
     * Stores a change. A change of status is told to the log, the trail and whoever observes {@link StatusChanged}. Of what is erased the status alone can be
     * changed.
     *
     * @param before the application that the change was thought of for
     * @param actor who changes it
     * @param note what is said with a change of status
     * @return false, and nothing is stored, where the application was changed meanwhile, or is erased and there is more to store than a status
     */
    public boolean store(Application before, Change change, Actor actor, Optional<String> note) {
        Application after = change.after();
        boolean erased = erased(before);
        if (erased && (!change.happened().isEmpty() || note.isPresent())) return false;
        if (update(before, after, erased).executeUpdate() == 0) return false;
        // Whoever asks in this very transaction sees what is stored.
        entities.refresh(entities.find(ApplicationRow.class, before.id()));
        int number = nextNumber(before.id());
        for (Change.Happening happening : change.happened()) append(before.id(), number++, happening, null);
        if (after.status() == before.status() && !change.again()) return true;
        append(before.id(), number, Change.Happening.of(Entry.Kind.STATUS, note, actor), after.status());
        tell("kyc.status", after, actor);
        return true;
    }

    /** Whose turn it is once this is stored. */
    private Turn turn(Application after) {
        return after.turn().at(after.status(), clock.instant(), () -> targets.of(after));
    }

    private Query update(Application before, Application after, boolean erased) {
        Turn turn = turn(after);
        Map<String, Optional<?>> maybe = Map.of(
                "approvedBy", after.approvedBy().map(Actor::text),
                "assignee", after.assignee().map(Actor::text),
                "decidedAt", after.decidedAt(),
                "eraseAt", after.eraseAt(),
                "waitingSince", turn.since(),
                "dueAt", turn.due());
        // EclipseLink binds a null as text, which PostgreSQL takes for no time.
        String set = maybe.entrySet().stream()
                .map(one -> ", a." + one.getKey() + " = " + (one.getValue().isPresent() ? ":" + one.getKey() : "null"))
                .collect(joining());
        Query update = entities.createQuery(
                        "update ApplicationRow a set a.version = :next, a.status = :status, a.risk = :risk,"
                                + (erased ? "" : " a.dossierSealed = :dossier,") + " a.updatedAt = :now" + set
                                + " where a.id = :id and a.version = :version and a.dossierSealed is "
                                + (erased ? "null" : "not null"))
                .setParameter("next", before.version() + 1)
                .setParameter("status", after.status().code())
                .setParameter("risk", after.risk().code())
                .setParameter("now", clock.instant())
                .setParameter("id", before.id())
                .setParameter("version", before.version());
        if (!erased) update.setParameter("dossier", seal(after));
        maybe.forEach((name, value) -> value.ifPresent(given -> update.setParameter(name, given)));
        return update;
    }

    private void tell(String action, Application now, Actor actor) {
        audit.record(AuditEvent.of(action)
                .by(actor.inTrail())
                .account(now.account())
                .client(now.client())
                .application(now.id())
                .detail(now.template() + " " + now.status().slug()));
        changed.fire(new StatusChanged(now, actor, clock.instant()));
    }

    private int nextNumber(String application) {
        Integer last = entities.createQuery(
                        "select max(e.number) from EntryRow e where e.applicationId = :application", Integer.class)
                .setParameter("application", application)
                .getSingleResult();
        return last == null ? 0 : last + 1;
    }

    private void append(
            String application, int number, Change.Happening happening, @Nullable ApplicationStatus status) {
        EntryRow row = new EntryRow();
        row.id = randomness.id();
        row.applicationId = application;
        row.number = number;
        row.kind = happening.kind();
        row.code = status == null ? null : status.code();
        row.subject = happening.subject().orElse(null);
        row.textSealed = happening.text().map(text -> sealText(row.id, text)).orElse(null);
        row.actor = happening.actor().text();
        row.happenedAt = clock.instant();
        entities.persist(row);
    }

    private String sealText(String id, String text) {
        return masterKey.seal(bytes(Json.object().add("text", text).build().toString()), EntryRow.place(id));
    }

    private String seal(Application application) {
        return masterKey.seal(bytes(application.dossier().toJson().toString()), ApplicationRow.place(application.id()));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private Application application(ApplicationRow row) {
        return new Application(
                row.id,
                row.clientId,
                row.accountId,
                row.templateId,
                row.templateVersion,
                Optional.ofNullable(row.parentId),
                ApplicationStatus.ofCode(row.status).orElseThrow(),
                row.version,
                dossier(row),
                Optional.ofNullable(row.approvedBy).map(Actor::parse),
                Optional.ofNullable(row.assignee).map(Actor::parse),
                row.createdAt,
                row.updatedAt,
                Optional.ofNullable(row.decidedAt),
                Optional.ofNullable(row.eraseAt),
                new Turn(Optional.ofNullable(row.waitingSince), Optional.ofNullable(row.dueAt)),
                Risk.ofCode(row.risk));
    }

    private Dossier dossier(ApplicationRow row) {
        if (row.dossierSealed == null) return Dossier.none();
        return Json.parse(open(row.dossierSealed, ApplicationRow.place(row.id)))
                .map(Dossier::fromJson)
                .orElseThrow();
    }

    private Entry entry(EntryRow row) {
        return new Entry(
                row.id,
                row.kind,
                Optional.ofNullable(row.code).flatMap(ApplicationStatus::ofCode),
                Optional.ofNullable(row.subject),
                Optional.ofNullable(row.textSealed)
                        .flatMap(text -> Json.parse(open(text, EntryRow.place(row.id))))
                        .flatMap(json -> Json.string(json, "text")),
                Actor.parse(row.actor),
                row.happenedAt);
    }

    private byte[] open(String sealed, String place) {
        try {
            return masterKey.open(sealed, place);
        } catch (SealBroken e) {
            throw new IllegalStateException("what an application contains cannot be opened", e);
        }
    }
}

package org.gatehouse.kyc.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.account.Accounts;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.document.Download;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.file.Files;
import org.gatehouse.file.Opening;
import org.gatehouse.file.Owner;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.ApplicationJson;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.Search;
import org.gatehouse.kyc.template.Question;
import org.gatehouse.kyc.template.Templates;
import org.gatehouse.vault.Randomness;
import org.gatehouse.wallet.Did;

/** Answers servers of relying parties, in the forms of KYC-Chain's integrations API. */
@Dependent
class Integrations {
    /** Through how many applications a search for an e-mail address goes: what applications contain is sealed, and opened one by one. */
    static final int SEARCHED = 5_000;

    private final Review review;
    private final Applications applications;
    private final Templates templates;
    private final Files files;
    private final Accounts accounts;
    private final Audit audit;

    @Inject
    Integrations(
            Review review,
            Applications applications,
            Templates templates,
            Files files,
            Accounts accounts,
            Audit audit) {
        this.audit = audit;
        this.accounts = accounts;
        this.review = review;
        this.applications = applications;
        this.templates = templates;
        this.files = files;
    }

    /** {@code {"items": [applications]}}. */
    Response list(String client, Query query) {
        Optional<Search> search = query.search(client);
        if (search.isEmpty()) return Refusal.UNPROCESSABLE.response("One of the parameters cannot be read");
        List<Application> found =
                query.one("email").map(email -> of(email, search.get())).orElseGet(() -> review.search(search.get()));
        JsonArrayBuilder items = Json.array();
        chosen(found, query.fields(), Optional.empty()).forEach(items::add);
        return JsonAnswer.ok(Json.object().add("items", items).build());
    }

    private List<Application> of(String email, Search search) {
        List<Application> found = new ArrayList<>();
        int most = search.skip() + search.limit();
        for (int from = 0; from < SEARCHED && found.size() < most; from += Query.MOST) {
            List<Application> page = review.search(page(search, from));
            page.stream()
                    .filter(one -> FullApplication.email(one)
                            .filter(email::equalsIgnoreCase)
                            .isPresent())
                    .forEach(found::add);
            if (page.size() < Query.MOST) break;
        }
        return found.stream().skip(search.skip()).limit(search.limit()).toList();
    }

    private static Search page(Search search, int from) {
        return new Search(
                search.client(),
                search.account(),
                search.template(),
                search.statuses(),
                search.membersToo(),
                search.newestFirst(),
                from,
                Query.MOST);
    }

    /** The people who have applied, {@code {"items": [{_id, id, email?}]}}, those who were first at the front. */
    Response users(String client, Query query) {
        Optional<Search> search = query.search(client);
        if (search.isEmpty()) return Refusal.UNPROCESSABLE.response("One of the parameters cannot be read");
        JsonArrayBuilder items = Json.array();
        people(all(client)).stream()
                .filter(one -> query.one("email").isEmpty()
                        || query.one("email").get().equalsIgnoreCase(one.getString("email", "")))
                .skip(search.get().skip())
                .limit(search.get().limit())
                .forEach(items::add);
        return JsonAnswer.ok(Json.object().add("items", items).build());
    }

    private static Search all(String client) {
        return new Search(client, Optional.empty(), Optional.empty(), Set.of(), false, false, 0, Query.MOST);
    }

    private Collection<JsonObject> people(Search all) {
        Map<String, JsonObject> people = new LinkedHashMap<>();
        for (int from = 0; from < SEARCHED; from += Query.MOST) {
            List<Application> page = review.search(page(all, from));
            page.forEach(one -> people.merge(
                    one.account(),
                    FullApplication.owner(one, Optional.empty()),
                    (known, other) -> other.containsKey("email") ? other : known));
            if (page.size() < Query.MOST) break;
        }
        return people.values();
    }

    /** One of them. */
    Response user(String client, String id) {
        if (!Randomness.isId(id)) return Refusal.NOT_FOUND.response();
        return people(new Search(client, Optional.of(id), Optional.empty(), Set.of(), false, false, 0, Query.MOST))
                .stream()
                .findFirst()
                .map(JsonAnswer::ok)
                .orElseGet(Refusal.NOT_FOUND::response);
    }

    /** One application. */
    Response one(String client, String id, Query query) {
        Optional<Application> looked = review.find(client, id);
        looked.ifPresent(found -> audit.record(seen("kyc.application.view", found)));
        return looked.map(found -> answer(Response.ok(), found, query.fields()))
                .orElseGet(() -> ServerCalls.refused(Reviewed.unknown()));
    }

    /** The answer to what changes an application: as it is then. */
    Response done(Reviewed reviewed, Response.Status status) {
        return reviewed.then(now -> answer(Response.status(status), now, Set.of()), ServerCalls::refused);
    }

    private Response answer(Response.ResponseBuilder answer, Application application, Set<String> fields) {
        return JsonAnswer.of(
                answer.header(HttpHeaders.ETAG, ServerCalls.tag(application.version())),
                chosen(List.of(application), fields, did(application)).get(0));
    }

    /** The DID of the person who applied, by which issuers of credentials name a subject; empty where the person has no such wallet. */
    private Optional<String> did(Application application) {
        return accounts.wallets(application.account()).stream()
                .filter(wallet -> wallet.kind().equals("eip155"))
                .map(wallet -> Did.of(wallet.address()).toString())
                .findFirst();
    }

    private List<JsonObject> chosen(List<Application> found, Set<String> fields, Optional<String> did) {
        Set<String> ids = found.stream().map(Application::id).collect(Collectors.toSet());
        Map<String, List<Entry>> logs = applications.entries(ids);
        Map<String, List<String>> members = applications.members(ids);
        return found.stream()
                .map(one -> new FullApplication(
                        one,
                        templates.find(one.template(), one.templateVersion()).orElseThrow(),
                        logs.getOrDefault(one.id(), List.of()),
                        members.getOrDefault(one.id(), List.of()),
                        did))
                .map(full -> ApplicationJson.only(full.json(), fields.isEmpty() ? null : String.join(",", fields)))
                .toList();
    }

    /** {@code {"attributes": {id: {"value"}}}}. */
    Reviewed correct(Task task, JsonObject body) {
        if (!(body.get("attributes") instanceof JsonObject attributes))
            return Reviewed.invalid("There are no attributes");
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> one : attributes.entrySet()) {
            if (!(one.getValue() instanceof JsonObject given) || !given.containsKey("value"))
                return Reviewed.invalid("An attribute has no value");
            values.put(one.getKey(), given.get("value"));
        }
        return review.correct(task, values);
    }

    /** {@code {"description", "label", "optional", "schema"}}. */
    Reviewed askAttribute(Task task, JsonObject body) {
        return review.ask(
                task,
                new WantedAttribute(
                        Json.string(body, "schema")
                                .or(() -> Json.string(body, "schemaId"))
                                .orElse(""),
                        text(body, "label"),
                        text(body, "description"),
                        !body.getBoolean("optional", false)));
    }

    /** {@code {"description", "label", "optional", "question" or "questions", "type", "options"}}. The question is what people read; the label where there is none. */
    Reviewed askQuestion(Task task, JsonObject body) {
        Optional<Question.Type> type =
                type(Json.string(body, "type").orElse("input").toUpperCase(Locale.ROOT));
        if (type.isEmpty()) return Reviewed.invalid("The type should be input, checkbox, select or date");
        List<String> options = new ArrayList<>();
        if (body.get("options") instanceof JsonArray array)
            for (JsonValue one : array) {
                if (!(one instanceof JsonString text)) return Reviewed.invalid("The options should be texts");
                options.add(text.getString());
            }
        Optional<String> asked = text(body, "question").or(() -> text(body, "questions"));
        return review.ask(
                task,
                new WantedQuestion(
                        asked.or(() -> text(body, "label")).orElse(""),
                        text(body, "description"),
                        type.get(),
                        options,
                        !body.getBoolean("optional", false)));
    }

    private static Optional<Question.Type> type(String name) {
        return List.of(Question.Type.values()).stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    private static Optional<String> text(JsonObject body, String name) {
        return Json.string(body, name).filter(text -> !text.isBlank());
    }

    private static AuditEvent seen(String action, Application application) {
        return AuditEvent.of(action)
                .account(application.account())
                .client(application.client())
                .application(application.id());
    }

    /** The content of a file that an application of this client refers to. */
    Response file(String client, String id) {
        try {
            Optional<Application> application = review.ofFile(client, id);
            application.ifPresent(one -> audit.record(seen("kyc.file.view", one).detail(id)));
            Optional<Owner> owner = application.map(Review::owner);
            return Download.of(owner.isPresent() ? files.open(id, owner.get()) : Opening.Closed.ABSENT);
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be read", e);
        }
    }
}

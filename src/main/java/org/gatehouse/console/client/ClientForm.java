package org.gatehouse.console.client;

import static org.gatehouse.http.Caller.ADMINISTRATOR;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gatehouse.client.Registered;
import org.gatehouse.client.Registrations;
import org.gatehouse.client.StoredClient;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;

/** The entry of an application, in fields or as JSON. Both change the version that was opened, or none. */
@Named("clientForm")
@RequestScoped
public class ClientForm {
    @Inject
    ClientPage page;

    @Inject
    Registrations registrations;

    @Inject
    Asked asked;

    @Inject
    Visitor visitor;

    private EntryFields fields = new EntryFields();
    private String clientId = "";
    private String json = "";
    private String tag = "";
    private String wrong = "";
    private String why = "";
    private Set<String> meanwhile = Set.of();
    private boolean done;

    @PostConstruct
    void load() {
        if (!asked.sent()) fill();
    }

    private void fill() {
        JsonObject entry = page.client().map(StoredClient::definition).orElseGet(() -> Json.object()
                .add("client_id", "")
                .add("name", "")
                .add("redirect_uris", Json.array())
                .build());
        fields = EntryFields.of(entry);
        json = Json.pretty(entry);
        tag = page.client().map(StoredClient::tag).orElse("");
    }

    /** The fields of a part of the form. */
    public List<Field> fields(String section) {
        return Field.of(Field.Section.valueOf(section));
    }

    /** The parts of the form, in order. */
    public List<String> getSections() {
        return Arrays.stream(Field.Section.values()).map(Enum::name).toList();
    }

    /** What is typed and chosen, by member. */
    public Map<String, String> getTexts() {
        return fields.texts;
    }

    /** What is ticked, by member, or member and option. */
    public Map<String, Boolean> getFlags() {
        return fields.flags;
    }

    /** The id of a new application. */
    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    /** The whole entry. */
    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }

    /** The version that was opened. */
    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    /** The id of the field whose member is wrong; empty where none is. */
    public String getWrong() {
        return wrong;
    }

    /** What is wrong, with the member's name; empty where nothing is. */
    public String getWhy() {
        return why;
    }

    /** The members that somebody else changed since the form was opened. */
    public Set<String> getMeanwhile() {
        return meanwhile;
    }

    /** Whether it was saved in this moment. */
    public boolean isDone() {
        return done;
    }

    /** Saves what stands in the fields. */
    @MayAct({ADMINISTRATOR})
    public void save() {
        try {
            save(fields::applied);
        } catch (WrongMember e) {
            wrong(e.member(), e.sentence());
            page.say(registrations.wrong(e), "");
        }
    }

    /** Saves the JSON. */
    @MayAct({ADMINISTRATOR})
    public void saveJson() {
        Optional<JsonObject> entry = Json.parse(json.getBytes(StandardCharsets.UTF_8));
        if (entry.isPresent()) {
            save(before -> entry.get());
        } else {
            WrongMember broken = new WrongMember("", "This is not one JSON object.");
            wrong("", broken.sentence());
            page.say(registrations.wrong(broken), "");
        }
    }

    private void save(UnaryOperator<JsonObject> change) {
        Registered saved = page.isFresh() ? register(change) : change(change);
        if (saved.done()) {
            page.becomes(saved);
            done = true;
            fill();
        } else {
            wrong(saved.wrong(), saved.why());
            if (saved.outcome() == Registered.Outcome.TAKEN) wrong = "client_id";
            if (saved.outcome() == Registered.Outcome.CHANGED_SINCE) meanwhile = changed(change);
        }
        page.say(saved, page.isFresh() ? "client.registered" : "client.saved");
    }

    private Registered register(UnaryOperator<JsonObject> change) {
        JsonObject start = clientId.isBlank()
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.object().add("client_id", clientId.strip()).build();
        return registrations.register(change.apply(start), visitor.account());
    }

    private Registered change(UnaryOperator<JsonObject> change) {
        String id = page.client().map(StoredClient::id).orElse("");
        return registrations.change(id, client -> client.tag().equals(tag), change, visitor.account());
    }

    /** What is otherwise in the application as it is now than in what was to be saved. */
    private Set<String> changed(UnaryOperator<JsonObject> change) {
        JsonObject now = page.client().map(StoredClient::definition).orElse(JsonValue.EMPTY_JSON_OBJECT);
        JsonObject wanted = change.apply(now);
        Set<String> members = new TreeSet<>(now.keySet());
        members.addAll(wanted.keySet());
        members.removeIf(member -> now.containsKey(member)
                && wanted.containsKey(member)
                && now.get(member).equals(wanted.get(member)));
        return members;
    }

    private void wrong(String member, String sentence) {
        wrong = Field.of(member).map(Field::getId).orElse(member);
        why = sentence;
    }
}

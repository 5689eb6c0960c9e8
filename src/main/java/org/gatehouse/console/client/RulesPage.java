package org.gatehouse.console.client;

import static org.gatehouse.http.Caller.ADMINISTRATOR;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.client.GroupTrial;
import org.gatehouse.client.Registered;
import org.gatehouse.client.Registrations;
import org.gatehouse.client.StoredClient;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;

/** The group rules of an application: tried, saved or not, on a person or on facts that somebody made up; and saved. */
@Named("clientRules")
@RequestScoped
public class RulesPage {
    @Inject
    ClientPage page;

    @Inject
    Registrations registrations;

    @Inject
    Subjects subjects;

    @Inject
    Asked asked;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private final Invented invented = new Invented();
    private String rules = "";
    private String tag = "";
    private String who = "";
    private String why = "";
    private List<Trial> trials = List.of();

    @PostConstruct
    void load() {
        if (!asked.sent()) fill();
    }

    private void fill() {
        rules = page.client()
                .map(client -> client.definition().get("groups"))
                .map(value -> value instanceof JsonArray array ? Json.pretty(array) : value.toString())
                .orElse("");
        tag = page.client().map(StoredClient::tag).orElse("");
    }

    /** The rules as JSON; empty for the general rule. */
    public String getRules() {
        return rules;
    }

    public void setRules(String rules) {
        this.rules = rules;
    }

    /** The version that was opened. */
    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    /** On whom the rules are tried: an account's id or a wallet's address. */
    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    /** The facts that somebody made up. */
    public Invented getInvented() {
        return invented;
    }

    /** What is wrong with the rules; empty where nothing is. */
    public String getWhy() {
        return why;
    }

    /** What the rules make of whom they were tried on: one for each wallet of a person. */
    public List<Trial> getTrials() {
        return trials;
    }

    /** Tries the rules on a person, as things are now. */
    public void tryPerson() {
        client().ifPresent(client -> {
            trials = subjects.of(who.strip()).stream()
                    .map(subject -> Trial.of(subject.wallet(), GroupTrial.of(client, subject.facts()), ruleTexts()))
                    .toList();
            if (trials.isEmpty()) notices.refuse(ClientPage.TEXTS, "client.rules.nobody");
        });
    }

    /** Tries the rules on facts that somebody made up. */
    public void tryInvented() {
        String id = page.client().map(StoredClient::id).orElse("");
        client().ifPresent(client ->
                trials = List.of(Trial.of("", GroupTrial.of(client, invented.facts(id)), ruleTexts())));
    }

    /** The application as it would be with the rules that were typed. */
    private Optional<Client> client() {
        if (page.client().isEmpty()) return Optional.empty();
        try {
            return Optional.of(registrations.read(withRules(page.getClient().definition())));
        } catch (WrongMember e) {
            why = e.sentence();
            notices.refuse(ClientPage.TEXTS, "client.refused.wrong");
            return Optional.empty();
        }
    }

    /** Saves the rules. */
    @MayAct({ADMINISTRATOR})
    public void save() {
        if (page.client().isEmpty()) return;
        Registered saved;
        try {
            saved = registrations.change(
                    page.getClient().id(), client -> client.tag().equals(tag), this::withRules, visitor.account());
        } catch (WrongMember e) {
            saved = registrations.wrong(e);
        }
        why = saved.why();
        page.say(saved, "client.saved");
        if (saved.done()) {
            page.becomes(saved);
            fill();
        }
    }

    private JsonObject withRules(JsonObject entry) {
        JsonObjectBuilder changed = Json.copy(entry);
        if (rules.isBlank()) changed.remove("groups");
        else changed.add("groups", typed());
        return changed.build();
    }

    private JsonArray typed() {
        return Json.parseArray(rules.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new WrongMember("groups", "must be a JSON array of rules"));
    }

    /** The conditions of each rule, as they are written. */
    private List<String> ruleTexts() {
        if (rules.isBlank()) return List.of();
        return typed().stream()
                .map(rule -> rule instanceof JsonObject object ? String.valueOf(object.get("when")) : "")
                .toList();
    }
}

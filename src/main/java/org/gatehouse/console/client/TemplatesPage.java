package org.gatehouse.console.client;

import static org.gatehouse.http.Caller.ADMINISTRATOR;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.console.MayAct;
import org.gatehouse.console.Notices;
import org.gatehouse.console.Visitor;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;
import org.gatehouse.kyc.template.StoredTemplate;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.TemplateChanges;
import org.gatehouse.kyc.template.TemplateStore;

/** The templates of applications that people make, or one of them with its versions. */
@Named("templatesPage")
@RequestScoped
public class TemplatesPage {
    private static final int MOST = 500;

    @Inject
    TemplateStore stored;

    @Inject
    TemplateChanges changes;

    @Inject
    Offers offers;

    @Inject
    Asked asked;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    private List<StoredTemplate> versions = List.of();
    private String json = "";
    private String tag = "";
    private String why = "";
    private String added = "";

    @PostConstruct
    void load() {
        if (!isOne()) return;
        read();
        if (versions.isEmpty()) asked.nothing();
        if (!asked.sent() && !versions.isEmpty()) fill();
    }

    private void read() {
        String id = asked.text("id");
        versions = SelfkeyProfile.isTemplateId(id) ? stored.versions(id) : List.of();
    }

    private void fill() {
        json = Json.pretty(getShown().content());
        tag = versions.get(0).etag();
    }

    /** Whether the address names a template. */
    public boolean isOne() {
        return asked.has("id");
    }

    /** Whether there is that template. */
    public boolean isKnown() {
        return !versions.isEmpty();
    }

    /** The newest version of each template, with the ids of the applications that offer it. */
    public List<Line> getLines() {
        return stored.after("", MOST).stream()
                .map(template -> new Line(
                        template,
                        template.template().map(Template::name).orElse(template.id()),
                        offers.of(template.id())))
                .toList();
    }

    /** A template in the table. */
    public record Line(StoredTemplate template, String name, List<String> clients) {}

    /** The versions of the template that the address names, the newest first. */
    public List<StoredTemplate> getVersions() {
        return versions;
    }

    /** The newest version. */
    public StoredTemplate getNewest() {
        return versions.get(0);
    }

    /** The version that is shown. */
    public StoredTemplate getShown() {
        int version = asked.number("version", versions.get(0).version());
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseGet(() -> versions.get(0));
    }

    /** What the version that is shown contains; null where this Gatehouse cannot read it. */
    public Optional<Template> getTemplate() {
        return getShown().template();
    }

    /** The ids of the applications that offer it. */
    public List<String> getClients() {
        return isKnown() ? offers.of(getNewest().id()) : List.of();
    }

    /** A template as JSON. */
    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }

    /** What was there when the page was opened. */
    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    /** What is wrong with the JSON; empty where nothing is. */
    public String getWhy() {
        return why;
    }

    /** The id of the template that was added in this moment; empty otherwise. */
    public String getAdded() {
        return added;
    }

    /** Stores the JSON as a new template, or as a new version of the one that the address names. */
    @MayAct({ADMINISTRATOR})
    public void save() {
        Optional<JsonObject> content = Json.parse(json.getBytes(StandardCharsets.UTF_8));
        if (content.isEmpty()) {
            wrong("This is not one JSON object.");
            return;
        }
        try {
            String id = TemplateChanges.check(content.get());
            if (isOne() && !id.equals(asked.text("id"))) wrong("id: must be that of this template.");
            else put(id, content.get());
        } catch (WrongMember e) {
            wrong(e.sentence());
        }
    }

    private void put(String id, JsonObject content) {
        switch (changes.put(id, content, tag.isEmpty() ? null : tag, visitor.account())) {
            case CREATED -> {
                added = id;
                json = "";
                notices.done(ClientPage.TEXTS, "template.added");
            }
            case DONE -> {
                read();
                fill();
                notices.done(ClientPage.TEXTS, "template.saved");
            }
            case WITHOUT_TAG -> wrong("id: there is a template of this id; open it to add a version.");
            case CHANGED_SINCE, UNKNOWN -> notices.refuse("changed");
        }
    }

    private void wrong(String sentence) {
        why = sentence;
        notices.refuse(ClientPage.TEXTS, "client.refused.wrong");
    }

    /** Lets nobody apply with the template any more. */
    @MayAct({ADMINISTRATOR})
    public void withdraw() {
        if (!isKnown()) return;
        switch (changes.withdraw(getNewest().id(), tag, visitor.account())) {
            case DONE, CREATED -> {
                read();
                fill();
                notices.done(ClientPage.TEXTS, "template.withdrawn");
            }
            case CHANGED_SINCE, UNKNOWN, WITHOUT_TAG -> notices.refuse("changed");
        }
    }

    /** Lets people apply with it again. */
    @MayAct({ADMINISTRATOR})
    public void restore() {
        if (isKnown()) put(getNewest().id(), getNewest().content());
    }
}

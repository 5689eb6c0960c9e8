package org.gatehouse.kyc.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.kyc.application.Application;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.template.Template;
import org.gatehouse.kyc.template.Templates;
import org.jspecify.annotations.Nullable;

/** What the page of an application shows. */
@Named("dossier")
@RequestScoped
public class ApplicationPage {
    private static final Set<String> NOTES = Set.of("sent", "said", "canceled", "nothing", "not");

    @Inject
    Templates templates;

    private @Nullable Own own;
    private String name = "";
    private List<Entry> entries = List.of();
    private List<Item> items = List.of();
    private List<GivenLine> given = List.of();
    private String note = "";
    private Outcome outcome = Outcome.of(Outcome.Kind.DONE);

    void show(Own own, List<Entry> entries, ItemForm form) {
        Application application = own.application();
        this.own = own;
        this.entries = entries;
        name = templates
                .find(application.template(), application.templateVersion())
                .map(Template::name)
                .orElse(application.template());
        items = form.items();
        given = GivenLine.of(application.dossier());
    }

    void note(String said) {
        note = NOTES.contains(said) ? said : "";
    }

    void fail(Outcome outcome) {
        this.outcome = outcome;
    }

    private Application application() {
        return Optional.ofNullable(own).orElseThrow().application();
    }

    /** What people call applications of this kind. */
    public String getName() {
        return name;
    }

    /** The name of the client. */
    public String getClient() {
        return Optional.ofNullable(own)
                .orElseThrow()
                .applicant()
                .root()
                .client()
                .name();
    }

    /** The wallet of the person who looks, by its address: whoever was sent here by somebody else sees that it is another's. */
    public String getWallet() {
        return Optional.ofNullable(own)
                .orElseThrow()
                .applicant()
                .wallet()
                .address()
                .toString();
    }

    /** The path of the list below the base. */
    public String getList() {
        return ApplicationPath.list(application().client()).substring(1);
    }

    /** The path of the page below the base. */
    public String getAction() {
        return ApplicationPath.page(application().client(), application().id()).substring(1);
    }

    /** Its number, for whoever talks about it. */
    public String getId() {
        return application().id();
    }

    /** How far it is, in the resource bundles. */
    public String getStatus() {
        return application().status().slug();
    }

    /** The look of the status: {@code good}, {@code bad}, {@code ask} or {@code wait}. */
    public String getTone() {
        return Tone.of(application().status());
    }

    /** Whether nothing happens any more. */
    public boolean isClosed() {
        return application().status().closed();
    }

    /** Whether what it contained is erased. */
    public boolean isErased() {
        return application().dossier().attributes().isEmpty()
                && application().dossier().questions().isEmpty();
    }

    /** Whether the application waits for something. */
    public boolean isMissing() {
        return items.stream().anyMatch(item -> !item.isOptional());
    }

    /** What it takes now, what it waits for first. */
    public List<Item> getItems() {
        return items;
    }

    /** Whether a form can ask for any of it. */
    public boolean isFillable() {
        return items.stream().anyMatch(item -> !item.getFields().isEmpty());
    }

    /** What it contains. */
    public List<GivenLine> getGiven() {
        return given;
    }

    /** The statuses that it had, the newest first. */
    public List<EntryLine> getHistory() {
        List<EntryLine> lines = new ArrayList<>(lines(Entry.Kind.STATUS));
        Collections.reverse(lines);
        return lines;
    }

    /** What was said, the oldest first. */
    public List<EntryLine> getMessages() {
        return lines(Entry.Kind.MESSAGE);
    }

    private List<EntryLine> lines(Entry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(EntryLine::new)
                .toList();
    }

    /** What came of the form before, in the resource bundles; empty for nothing. */
    public String getNote() {
        return note;
    }

    /** What is wrong with the form that was sent, in the resource bundles; empty where it is nothing. */
    public String getFailure() {
        return outcome.kind() == Outcome.Kind.DONE ? "" : outcome.kind().key();
    }

    /** More of it, in English; empty where there is no more. */
    public String getRefusal() {
        return outcome.message();
    }
}

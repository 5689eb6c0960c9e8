package org.gatehouse.console.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gatehouse.console.Visitor;
import org.gatehouse.kyc.application.Applications;
import org.gatehouse.kyc.application.Entry;
import org.gatehouse.kyc.application.Queue;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.timeline.TimelineModel;

/** What an application contains and what happened to it, as the desk shows it; read once for each time that a page is shown. */
@Named("kycContents")
@RequestScoped
public class CaseContents {
    private static final int MOST_OTHERS = 50;

    @Inject
    CasePage page;

    @Inject
    Applications applications;

    @Inject
    GivenViews views;

    @Inject
    FileViews files;

    @Inject
    People people;

    @Inject
    Names names;

    @Inject
    Hints hints;

    @Inject
    Queue queue;

    @Inject
    Visitor visitor;

    @Inject
    Clock clock;

    private @Nullable List<GivenView> attributes;
    private @Nullable List<Entry> log;
    private @Nullable History history;

    /** It is read anew where it is shown the next time. */
    void forget() {
        attributes = null;
        log = null;
        history = null;
    }

    private List<GivenView> attributes() {
        if (attributes == null) attributes = page.isFound() ? views.attributes(page.application()) : List.of();
        return attributes;
    }

    private List<Entry> log() {
        if (log == null) log = applications.entries(page.getId());
        return log;
    }

    private History history() {
        if (history == null) history = new History(page.application(), log(), visitor.account(), people);
        return history;
    }

    /** Attributes with files. */
    public List<GivenView> getDocuments() {
        return attributes().stream().filter(one -> !one.files().isEmpty()).toList();
    }

    /** The other attributes. */
    public List<GivenView> getAttributes() {
        return attributes().stream().filter(one -> one.files().isEmpty()).toList();
    }

    public List<GivenView> getAnswers() {
        return views.answers(page.application());
    }

    /** Files that reviewers added. */
    public List<FileView> getAttachments() {
        return log().stream()
                .filter(entry ->
                        entry.kind() == Entry.Kind.ATTACHMENT && entry.subject().isPresent())
                .map(entry -> files.of(
                        page.application(),
                        entry.subject().orElseThrow(),
                        entry.text().orElse("")))
                .toList();
    }

    /** What applicant and reviewers said to each other, the oldest first. */
    public List<EntryView> getMessages() {
        return history().of(Entry.Kind.MESSAGE);
    }

    /** What reviewers told one another, likewise. */
    public List<EntryView> getNotes() {
        return history().of(Entry.Kind.NOTE);
    }

    /** What was said of its risk last; empty where nothing was. */
    public String getRiskNote() {
        List<EntryView> said = history().of(Entry.Kind.RISK);
        return said.isEmpty() ? "" : said.get(said.size() - 1).text();
    }

    /** All that happened, the newest first. */
    public List<EntryView> getHistory() {
        return history().all();
    }

    /** Its statuses, for a picture. */
    public TimelineModel<String, Object> getPicture() {
        return history().picture();
    }

    /** What Gatehouse itself notices. */
    public List<String> getHints() {
        return hints.of(page.application());
    }

    /** The person's other applications, at any client. */
    public List<QueueRow> getOthers() {
        Instant now = clock.instant();
        return queue.of(page.application().account(), MOST_OTHERS).stream()
                .filter(line -> !line.id().equals(page.getId()))
                .map(line -> new QueueRow(
                        line,
                        names.client(line.client()),
                        names.template(line.template(), line.templateVersion()),
                        "",
                        "",
                        false,
                        false,
                        now))
                .toList();
    }
}

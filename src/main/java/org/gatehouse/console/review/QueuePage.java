package org.gatehouse.console.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.console.Visitor;
import org.gatehouse.kyc.application.ApplicationStatus;
import org.gatehouse.kyc.application.Queue;
import org.gatehouse.kyc.application.Risk;
import org.jspecify.annotations.Nullable;

/** The queue of applications: its filters stand in the address. */
@Named("queue")
@RequestScoped
public class QueuePage {
    @Inject
    Queue queue;

    @Inject
    People people;

    @Inject
    Names names;

    @Inject
    Visitor visitor;

    @Inject
    Clock clock;

    private QueueParameters parameters = new QueueParameters(Map.of());
    private SortedMap<String, SortedSet<String>> kinds = new TreeMap<>();
    private @Nullable QueueRows rows;

    @PostConstruct
    void read() {
        parameters = new QueueParameters(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
        kinds = queue.kinds();
    }

    /** The rows of the table. */
    public QueueRows getRows() {
        if (rows == null)
            rows = new QueueRows(
                    queue,
                    people,
                    names,
                    parameters.filter(visitor.account(), clock.instant()),
                    visitor.account(),
                    clock.instant());
        return rows;
    }

    /** What the address says of a filter. */
    public Map<String, String> getSaid() {
        return Map.of(
                "client", parameters.value("client"),
                "template", parameters.value("template"),
                "status", parameters.value("status"),
                "age", parameters.value("age"),
                "assignee", parameters.value("assignee"),
                "risk", parameters.value("risk"));
    }

    /** Whether anything is filtered. */
    public boolean isFiltered() {
        return parameters.any();
    }

    /** How many there are at each status, and how many are overdue; what is none of them is left out. */
    public List<Tile> getTiles() {
        Map<ApplicationStatus, Integer> counts = queue.counts();
        List<Tile> tiles = new ArrayList<>();
        int waiting = sum(counts, ApplicationStatus::asksReviewers);
        int overdue = queue.overdue(clock.instant());
        tiles.add(new Tile(
                "",
                DeskTexts.of("queue.waiting"),
                waiting,
                overdue == 0 ? "" : DeskTexts.of("queue.overdue", overdue),
                overdue == 0 ? "good" : "bad"));
        Arrays.stream(ApplicationStatus.values())
                .sorted(Comparator.comparing((ApplicationStatus status) -> !status.asksReviewers())
                        .thenComparing(ApplicationStatus::closed))
                .filter(counts::containsKey)
                .map(status -> new Tile(
                        status.slug(),
                        DeskTexts.of("status." + status.slug()),
                        counts.getOrDefault(status, 0),
                        "",
                        CasePath.tone(status)))
                .forEach(tiles::add);
        return tiles;
    }

    private static int sum(Map<ApplicationStatus, Integer> counts, Function<ApplicationStatus, Boolean> which) {
        return counts.entrySet().stream()
                .filter(one -> which.apply(one.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * A figure above the queue.
     *
     * @param status to which status it leads; empty for those that wait
     * @param label what it counts
     * @param number how many
     * @param more more of it; may be empty
     * @param tone how it looks
     */
    public record Tile(String status, String label, int number, String more, String tone) {
        public String getStatus() {
            return status;
        }

        public String getLabel() {
            return label;
        }

        public int getNumber() {
            return number;
        }

        public String getMore() {
            return more;
        }

        public String getTone() {
            return tone;
        }
    }

    /** The clients that people have applied at. */
    public List<SelectItem> getClients() {
        return kinds.keySet().stream()
                .map(id -> new SelectItem(id, names.client(id)))
                .toList();
    }

    /** The templates of the client that is filtered for, or of all. */
    public List<SelectItem> getTemplates() {
        String client = parameters.value("client");
        SortedSet<String> ids = new TreeSet<>();
        kinds.forEach((id, templates) -> {
            if (client.isEmpty() || client.equals(id)) ids.addAll(templates);
        });
        return ids.stream().map(id -> new SelectItem(id, id)).toList();
    }

    /** To which statuses it can be filtered; the first is what always is. */
    public List<SelectItem> getStatuses() {
        Stream<SelectItem> groups = Stream.of("", "applicant", "closed", "all")
                .map(group ->
                        new SelectItem(group, DeskTexts.of("filter.status." + (group.isEmpty() ? "waiting" : group))));
        Stream<SelectItem> single = queue.counts().keySet().stream()
                .map(status -> new SelectItem(status.slug(), DeskTexts.of("status." + status.slug())));
        return Stream.concat(groups, single).toList();
    }

    /** Whose it may be; the first is anybody's. */
    public List<SelectItem> getAssignees() {
        return items("filter.assignee.", "any", "mine", "nobody");
    }

    /** Of which risk it may be; the first is any. */
    public List<SelectItem> getRisks() {
        List<SelectItem> items = new ArrayList<>(items("filter.risk.", "all", "any"));
        Stream.of(Risk.values())
                .map(risk -> new SelectItem(risk.slug(), DeskTexts.of("risk." + risk.slug())))
                .forEach(items::add);
        return items;
    }

    private static List<SelectItem> items(String begin, String first, String... others) {
        return Stream.concat(
                        Stream.of(new SelectItem("", DeskTexts.of(begin + first))),
                        Stream.of(others).map(one -> new SelectItem(one, DeskTexts.of(begin + one))))
                .toList();
    }

    /** Since when it waits, in hours. */
    public List<SelectItem> getAges() {
        return QueueParameters.AGES.stream()
                .map(age -> new SelectItem(age, DeskTexts.of("filter.age." + age)))
                .toList();
    }
}

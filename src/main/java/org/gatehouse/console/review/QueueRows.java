package org.gatehouse.console.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.kyc.application.Actor;
import org.gatehouse.kyc.application.Queue;
import org.gatehouse.kyc.application.QueueFilter;
import org.gatehouse.kyc.application.QueueLine;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of the queue, page by page: whatever their number, a page is a few queries. */
final class QueueRows extends LazyDataModel<QueueRow> {
    private static final long serialVersionUID = 1L;

    private final transient Queue queue;
    private final transient People people;
    private final transient Names names;
    private final transient QueueFilter filter;
    private final String me;
    private final Instant now;

    QueueRows(Queue queue, People people, Names names, QueueFilter filter, String me, Instant now) {
        this.queue = queue;
        this.people = people;
        this.names = names;
        this.filter = filter;
        this.me = me;
        this.now = now;
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return queue.count(filter);
    }

    @Override
    public List<QueueRow> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        SortMeta sort = sortBy.values().stream()
                .filter(one -> !one.getOrder().isUnsorted())
                .findFirst()
                .orElse(null);
        QueueFilter.Order order = sort == null ? QueueFilter.Order.DUE : order(sort.getField());
        boolean descending = sort != null && sort.getOrder().isDescending();
        return rows(queue.lines(filter, order, descending, first, pageSize));
    }

    private static QueueFilter.Order order(String field) {
        return switch (field) {
            case "createdAt" -> QueueFilter.Order.CREATED;
            case "risk" -> QueueFilter.Order.RISK;
            default -> QueueFilter.Order.DUE;
        };
    }

    private List<QueueRow> rows(List<QueueLine> lines) {
        List<Actor> assignees =
                lines.stream().flatMap(line -> line.assignee().stream()).toList();
        List<String> accounts =
                lines.stream().map(QueueLine::account).distinct().toList();
        Map<Actor, String> reviewers = people.names(assignees, me);
        Map<String, String> applicants = people.addresses(accounts);
        Set<String> rejected = queue.rejected(accounts);
        return lines.stream()
                .map(line -> new QueueRow(
                        line,
                        names.client(line.client()),
                        names.template(line.template(), line.templateVersion()),
                        line.assignee().map(reviewers::get).orElse(""),
                        applicants.getOrDefault(line.account(), ""),
                        line.account().equals(me),
                        rejected.contains(line.account() + "/" + line.client()),
                        now))
                .toList();
    }
}

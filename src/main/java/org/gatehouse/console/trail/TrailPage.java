package org.gatehouse.console.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.Trail;
import org.gatehouse.audit.TrailFilter;
import org.gatehouse.console.Asked;
import org.gatehouse.console.Lines;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.LazyDataModel;

/** The trail, as a filter leaves it, the newest first. */
@Named("trailPage")
@RequestScoped
public class TrailPage {
    /** What is offered to choose from; whatever else there is can be typed. */
    private static final List<String> ACTIONS = List.of(
            "session.",
            "session.begin",
            "session.end",
            "idena.authenticate",
            "selfkey.",
            "grant.",
            "consent.",
            "client.",
            "wallet.",
            "role.",
            "account.",
            "key.",
            "kyc.",
            "admin.call",
            "audit.");

    @Inject
    Trail trail;

    private @Nullable LazyDataModel<EventLine> events;

    /** The parameters that the page was asked with, for its forms. */
    public Map<String, String> getAsked() {
        Map<String, String> asked = new LinkedHashMap<>();
        AskedFilter.NAMES.forEach(name -> asked.put(name, Asked.of(name).orElse("")));
        asked.put(AskedFilter.FROM, Asked.of(AskedFilter.FROM).orElse(""));
        asked.put(AskedFilter.TO, Asked.of(AskedFilter.TO).orElse(""));
        return asked;
    }

    /** The names of all parameters. */
    public List<String> getNames() {
        return List.copyOf(getAsked().keySet());
    }

    /** Actions, and how several begin. */
    public List<String> getActions() {
        return ACTIONS;
    }

    /** A time as an input of the type datetime-local shows it. */
    public String local(String name) {
        return Asked.of(name)
                .map(text -> text.replaceFirst("(:\\d\\d)(:\\d\\d(\\.\\d+)?)?Z$", "$1"))
                .orElse("");
    }

    /** Whether something that was asked for cannot be read. */
    public boolean isWrong() {
        return AskedFilter.read().isEmpty();
    }

    /** Whether the events are not all there are. */
    public boolean isFiltered() {
        return !AskedFilter.query().isEmpty();
    }

    /** The filter as the query of an address, ready for more: it ends with an ampersand unless it is empty. */
    public String getQuery() {
        String query = AskedFilter.query();
        return query.isEmpty() ? "" : query + "&";
    }

    /** The events. */
    public LazyDataModel<EventLine> getEvents() {
        LazyDataModel<EventLine> known = events;
        if (known == null) {
            known = events(AskedFilter.read());
            events = known;
        }
        return known;
    }

    private LazyDataModel<EventLine> events(Optional<TrailFilter> filter) {
        return new Lines<>(
                () -> filter.map(trail::count).orElse(0),
                (skip, limit) -> filter.map(asked -> trail.search(asked, skip, limit)).orElse(List.of()).stream()
                        .map(EventLine::of)
                        .toList());
    }

    /** The most events that are counted. */
    public int getMost() {
        return Trail.MOST_COUNTED;
    }
}

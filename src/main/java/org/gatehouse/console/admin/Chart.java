package org.gatehouse.console.admin;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.http.Json;

/**
 * Figures, as a picture and as a table.
 *
 * @param labels what is along the axis; the begin of an hour as ISO 8601, which the script of the page shows in the viewer's zone
 * @param series rows of figures, each with as many as there are labels
 * @param lying whether the bars lie: for names that are long
 */
public record Chart(List<String> labels, List<Series> series, boolean lying) {
    /** Of more labels than this not every one is written. */
    private static final int MOST_NAMED = 12;

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /**
     * A row of figures.
     *
     * @param colour which of the page's colours it has, from 1
     */
    public record Series(String name, int colour, List<Long> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** A row of the table: a label and the figure of each series. */
    public record Row(String label, List<Long> values) {
        /** Whether there is something to say. */
        public boolean any() {
            return values.stream().anyMatch(value -> value > 0);
        }
    }

    /** The rows of the table, those that have nothing but zeros left out. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int at = i;
            rows.add(new Row(
                    labels.get(at),
                    series.stream().map(one -> one.values().get(at)).toList()));
        }
        return rows.stream().filter(Row::any).toList();
    }

    /** Whether there is anything to draw. */
    public boolean blank() {
        return rows().isEmpty();
    }

    /** As Chart.js takes it; the script of the page adds the colours. */
    public String json() {
        JsonArrayBuilder names = Json.array();
        labels.forEach(names::add);
        JsonArrayBuilder datasets = Json.array();
        for (Series one : series) {
            JsonArrayBuilder values = Json.array();
            one.values().forEach(values::add);
            datasets.add(Json.object()
                    .add("label", one.name())
                    .add("colour", one.colour())
                    .add("data", values));
        }
        return Json.object()
                .add("type", "bar")
                .add("data", Json.object().add("labels", names).add("datasets", datasets))
                .add("options", options())
                .build()
                .toString();
    }

    private JsonObject options() {
        return Json.object()
                .add("responsive", true)
                .add("maintainAspectRatio", false)
                .add("animation", false)
                .add("indexAxis", lying ? "y" : "x")
                .add("scales", Json.object().add("x", axis(lying)).add("y", axis(!lying)))
                .add("plugins", Json.object().add("legend", Json.object().add("display", series.size() > 1)))
                .build();
    }

    private JsonObject axis(boolean counts) {
        return Json.object()
                .add("stacked", true)
                .add("beginAtZero", true)
                .add("ticks", Json.object().add("precision", 0).add("autoSkip", counts || labels.size() > MOST_NAMED))
                .build();
    }
}

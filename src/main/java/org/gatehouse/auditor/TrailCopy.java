package org.gatehouse.auditor;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.gatehouse.audit.Trail;
import org.gatehouse.audit.TrailEvent;
import org.gatehouse.audit.TrailFilter;

/** Writes what is chained, in the order of the chain, however much it is: page by page, each read before it is written. */
@Dependent
class TrailCopy {
    private static final int PAGE = 1_000;

    private final Trail trail;

    @Inject
    TrailCopy(Trail trail) {
        this.trail = trail;
    }

    /** As CSV. */
    void csv(TrailFilter filter, OutputStream out) throws IOException {
        out.write(CsvLine.HEAD.getBytes(StandardCharsets.UTF_8));
        write(filter, CsvLine::of, out);
    }

    /** As one JSON object a line. */
    void lines(TrailFilter filter, OutputStream out) throws IOException {
        write(filter, event -> EventJson.of(event) + "\n", out);
    }

    private void write(TrailFilter filter, Function<TrailEvent, String> line, OutputStream out) throws IOException {
        long number = 0;
        List<TrailEvent> page;
        do {
            page = trail.chained(filter, number, PAGE);
            for (TrailEvent event : page) {
                out.write(line.apply(event).getBytes(StandardCharsets.UTF_8));
                if (event.number() != null) number = event.number();
            }
            out.flush();
        } while (page.size() == PAGE);
    }
}

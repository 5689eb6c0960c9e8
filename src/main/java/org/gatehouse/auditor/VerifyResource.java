package org.gatehouse.auditor;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.AuditEvent;
import org.gatehouse.audit.Fault;
import org.gatehouse.audit.Verification;
import org.gatehouse.audit.Verification.Report;
import org.gatehouse.http.Caller;
import org.gatehouse.http.Json;
import org.gatehouse.http.JsonAnswer;
import org.gatehouse.http.Root;
import org.gatehouse.http.Timely;
import org.gatehouse.http.Under;
import org.gatehouse.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Checks the trail, for auditors and administrators. One check at a time on each node: it reads all there is. */
@Under(Root.API)
@Path("audit/verify")
@RequestScoped
public class VerifyResource {
    private static final int MOST_BYTES = 1_000_000;
    private static final AtomicBoolean RUNNING = new AtomicBoolean();

    @Inject
    Verification verification;

    @Inject
    Audit audit;

    /**
     * {@code {"whole", "from", "to", "hash", "checked", "checkpoints", "faults": [{"kind", "number", "count", "sentence"}]}}, 200 whatever is found.
     *
     * @param body checkpoints that were kept elsewhere, each a JWS: one a line, or an array of JSON; may be empty; a megabyte at most
     */
    @POST
    @RolesAllowed({Caller.AUDITOR, Caller.ADMINISTRATOR})
    public Response verify(@Nullable InputStream body) {
        Optional<List<String>> kept = kept(body);
        if (kept.isEmpty())
            return Problem.BAD_REQUEST.response("The body must be checkpoints, one a line or as an array of JSON.");
        if (!RUNNING.compareAndSet(false, true)) return Problem.UNAVAILABLE.response("Another check is running.");
        try {
            Report report = verification.check(kept.get());
            record(report);
            return answer(report);
        } finally {
            RUNNING.set(false);
        }
    }

    private static Optional<List<String>> kept(@Nullable InputStream body) {
        if (body == null) return Optional.of(List.of());
        try {
            byte[] bytes = Timely.read(body, MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) return Optional.empty();
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            return text.startsWith("[")
                    ? Json.parseArray(bytes).flatMap(VerifyResource::strings)
                    : Optional.of(text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> strings(JsonArray array) {
        return array.stream().allMatch(JsonString.class::isInstance)
                ? Optional.of(array.getValuesAs(JsonString::getString))
                : Optional.empty();
    }

    private void record(Report report) {
        String kinds =
                report.faults().stream().map(fault -> fault.kind().slug()).collect(Collectors.joining(" "));
        audit.record(AuditEvent.of("audit.verify")
                .outcome(report.whole() ? AuditEvent.OK : "faulty")
                .detail((report.from() + " to " + report.to() + " " + kinds).strip()));
    }

    private static Response answer(Report report) {
        JsonArrayBuilder faults = Json.array();
        for (Fault fault : report.faults())
            faults.add(Json.object()
                    .add("kind", fault.kind().slug())
                    .add("number", fault.number())
                    .add("count", fault.count())
                    .add("sentence", fault.sentence()));
        return JsonAnswer.ok(Json.object()
                .add("whole", report.whole())
                .add("from", report.from())
                .add("to", report.to())
                .add("hash", report.hash())
                .add("checked", report.checked())
                .add("checkpoints", report.checkpoints())
                .add("faults", faults)
                .build());
    }
}

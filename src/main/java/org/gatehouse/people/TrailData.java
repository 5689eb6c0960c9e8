package org.gatehouse.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;
import org.gatehouse.audit.Trail;

/** What the trail tells of people: ids and keyed hashes alone. It is never erased, as it has to show what was done, this erasure included. */
@Dependent
class TrailData implements PersonalData {
    private static final int PAGE = 500;

    private final Trail trail;

    @Inject
    TrailData(Trail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public Set<String> tables() {
        return Set.of("audit_event");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        return json -> write(account, json);
    }

    /** Page by page: each is read before it is written. */
    private void write(String account, JsonGenerator json) {
        json.writeStartArray();
        int skip = 0;
        List<Trail.Told> page;
        do {
            page = trail.of(account, skip, PAGE);
            page.forEach(told -> write(told, json));
            skip += PAGE;
        } while (page.size() == PAGE);
        json.writeEnd();
    }

    private static void write(Trail.Told told, JsonGenerator json) {
        json.writeStartObject()
                .write("at", told.at().toString())
                .write("action", told.action())
                .write("outcome", told.outcome());
        told.client().ifPresent(client -> json.write("client_id", client));
        told.subjectMac().ifPresent(mac -> json.write("subject_mac", mac));
        json.writeEnd();
    }

    @Override
    public List<Kept> erase(String account) {
        return List.of();
    }
}

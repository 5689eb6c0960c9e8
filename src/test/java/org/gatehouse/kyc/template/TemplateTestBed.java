package org.gatehouse.kyc.template;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;

/** Makes templates; opens this room to the tests of others. */
public final class TemplateTestBed {
    private TemplateTestBed() {}

    /** The template of this object, with single quotes for double ones; its {@code id} is {@code t} unless it says otherwise. */
    public static Template template(String json) {
        return TemplateReader.read(json(json), 1);
    }

    /** Templates of which each version of an id is the same. */
    public static Templates templates(Function<String, Optional<Template>> byId) {
        return new Templates(store(Fake.of(EntityManager.class, Map.of()), Clock.systemUTC()), new ParsedTemplates()) {
            @Override
            public Optional<Template> find(String id, int version) {
                return byId.apply(id);
            }
        };
    }

    /** The templates that are stored there. */
    public static Templates templates(EntityManager entities, Clock clock) {
        return new Templates(store(entities, clock), new ParsedTemplates());
    }

    /** Stores this template, as {@link #template} has it, as if its file had come. In a transaction. */
    public static void store(EntityManager entities, Clock clock, String json) {
        JsonObject content = json(json);
        new TemplatesUpdate(store(entities, clock)).apply(content.getString("id"), content);
    }

    static TemplateStore store(EntityManager entities, Clock clock) {
        return new TemplateStore(entities, clock, AuditTestBed.audit(entities, clock));
    }

    static JsonObject json(String json) {
        JsonObject given =
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
        return given.containsKey("id")
                ? given
                : Json.createObjectBuilder(given).add("id", "t").build();
    }
}

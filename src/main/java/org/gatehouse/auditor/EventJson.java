package org.gatehouse.auditor;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.gatehouse.audit.TrailEvent;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** An event as JSON, with every value that its hash is made of: what is not there is null. */
final class EventJson {
    private EventJson() {}

    static JsonObject of(TrailEvent event) {
        JsonObjectBuilder json = Json.object();
        if (event.number() == null) json.addNull("number");
        else json.add("number", event.number());
        json.add("id", event.id())
                .add("happened_at", event.at().toEpochMilli())
                .add("time", event.at().toString())
                .add("action", event.action())
                .add("outcome", event.outcome());
        add(json, "actor", event.actor());
        add(json, "account_id", event.account());
        add(json, "client_id", event.client());
        add(json, "application_id", event.application());
        add(json, "network", event.network());
        add(json, "subject_mac", event.subjectMac());
        add(json, "origin_mac", event.originMac());
        add(json, "request_id", event.requestId());
        add(json, "detail", event.detail());
        add(json, "hash", event.hash());
        add(json, "mac", event.mac());
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value == null) json.addNull(name);
        else json.add(name, value);
    }
}

package org.gatehouse.client;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.http.Json;

/**
 * A client as it is stored.
 *
 * @param id its {@code client_id}
 * @param definition the entry as it holds now
 * @param fromFile the entry of the clients file as it was last applied; empty where the file has no part in it
 * @param createdAt when it was added: of an id that was registered again it is another time
 * @param version counts the changes, from 1
 */
public record StoredClient(
        String id, JsonObject definition, Optional<JsonObject> fromFile, Instant createdAt, int version) {
    /** What people read. */
    public String name() {
        return Json.string(definition, "name").orElse(id);
    }

    /** Whether it may do anything at all. */
    public boolean enabled() {
        return definition.getBoolean("enabled", true);
    }

    /** Which version it is, with the time at which it was added: a client of the same id that comes after this one counts from 1 again. */
    public String tag() {
        return createdAt.toEpochMilli() + "-" + version;
    }

    /** The members of its entry that are not as the clients file last had them; none where the file has no part in it. */
    public Set<String> changedHere() {
        if (fromFile.isEmpty()) return Set.of();
        Set<String> members = new TreeSet<>(definition.keySet());
        members.addAll(fromFile.get().keySet());
        members.removeIf(
                member -> Objects.equals(definition.get(member), fromFile.get().get(member)));
        return members;
    }

    /** As it stands after a change of its entry through the API. */
    StoredClient changed(JsonObject entry) {
        return new StoredClient(id, entry, fromFile, createdAt, version + 1);
    }
}

package org.gatehouse.client;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A client as it is stored.
 *
 * @param id its {@code client_id}
 * @param definition the entry as it holds now
 * @param fromFile the entry of the clients file as it was last applied; empty where the file has no part in it
 * @param createdAt when it was added: of an id that was registered again it is another time
 * @param version counts the changes, from 1
 */
record StoredClient(String id, JsonObject definition, Optional<JsonObject> fromFile, Instant createdAt, int version) {
    /** As it stands after a change of its entry through the API. */
    StoredClient changed(JsonObject entry) {
        return new StoredClient(id, entry, fromFile, createdAt, version + 1);
    }
}

package org.gatehouse.client;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A client as it is stored.
 *
 * @param id its {@code client_id}
 * @param definition the entry as it holds now
 * @param fromFile the entry of the clients file as it was last applied; empty where the file has no part in it
 * @param version counts the changes, from 1
 */
record StoredClient(String id, JsonObject definition, Optional<JsonObject> fromFile, int version) {}

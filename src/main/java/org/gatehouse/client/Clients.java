package org.gatehouse.client;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.Settings;

/** The registered applications, by {@code client_id}. */
public record Clients(Map<String, Client> byId) implements Settings {
    /** The {@code client_id} of Gatehouse's own API. */
    public static final String OWN = "gatehouse";

    public Clients {
        byId = Map.copyOf(byId);
    }

    /** The client of this id; empty where none is registered. */
    public Optional<Client> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}

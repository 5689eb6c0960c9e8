package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.config.Keys;
import org.gatehouse.http.PublicUrl;

/** Makes the registered clients: those of the file, and Gatehouse's own API. */
@ApplicationScoped
class ClientBeans {
    @Produces
    @Singleton
    Clients clients(Keys keys, PublicUrl publicUrl) {
        Map<String, Client> clients = new HashMap<>();
        keys.file(ClientsFile.KEY).ifPresent(file -> clients.putAll(ClientsFile.read(file)));
        clients.put(Clients.OWN, Client.plain(Clients.OWN, "Gatehouse", publicUrl.at("/api")));
        return new Clients(clients);
    }
}

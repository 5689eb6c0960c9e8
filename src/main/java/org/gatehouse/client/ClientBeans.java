package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.config.Keys;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.http.PublicUrl;

/** Makes the registered clients: those of the file, and Gatehouse's own API. */
@ApplicationScoped
class ClientBeans {
    @Produces
    @Singleton
    Clients clients(Keys keys, PublicUrl publicUrl) {
        Map<String, Client> clients = new HashMap<>();
        Client own = Client.plain(Clients.OWN, "Gatehouse", publicUrl.at("/api"));
        keys.file(ClientsFile.KEY).ifPresent(file -> clients.putAll(ClientsFile.read(file)));
        for (Client client : clients.values()) {
            if (client.audience().equals(own.audience())) {
                throw new WrongSetting(
                        ClientsFile.KEY, "client " + client.id() + ": audience: is that of Gatehouse's own API");
            }
        }
        clients.put(Clients.OWN, own);
        return new Clients(clients);
    }
}

package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Client own = own(publicUrl);
        keys.file(ClientsFile.KEY).ifPresent(file -> clients.putAll(ClientsFile.read(file)));
        for (Client client : clients.values()) {
            if (client.tokens().audience().equals(own.tokens().audience())) {
                throw new WrongSetting(
                        ClientsFile.KEY, "client " + client.id() + ": audience: is that of Gatehouse's own API");
            }
        }
        clients.put(Clients.OWN, own);
        return new Clients(clients);
    }

    /** Gatehouse's own API is an application like others: a public client, for programs on the person's own machine (RFC 8252 section 7.3). */
    private static Client own(PublicUrl publicUrl) {
        return new Client(
                Clients.OWN,
                "Gatehouse",
                true,
                new ClientAuthentication(ClientAuthentication.Method.NONE, Optional.empty(), Optional.empty()),
                new Client.ClientUris(
                        Set.of("http://127.0.0.1/callback", "http://[::1]/callback"), Set.of(), Optional.empty()),
                Set.of(Client.OPENID, Client.PROFILE),
                true,
                true,
                Admission.ALL,
                new TokenProfile(
                        publicUrl.at("/api"),
                        "RS256",
                        "JWT",
                        false,
                        "groups",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
    }
}

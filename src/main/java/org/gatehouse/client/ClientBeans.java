package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.Keys;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.WrongMember;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SlowHash;

/** Makes the clients file, which is a setting, and the registered clients as this node keeps them. */
@ApplicationScoped
class ClientBeans {
    private static final Logger LOG = System.getLogger(ClientBeans.class.getName());

    @Produces
    @Singleton
    EntryCheck entryCheck(PublicUrl publicUrl) {
        return new EntryCheck(own(publicUrl));
    }

    @Produces
    @Singleton
    ClientsFile clientsFile(Keys keys, EntryCheck check) {
        return ClientsFile.read(keys, check);
    }

    @Produces
    @Singleton
    Clients clients(ClientStore store, PublicUrl publicUrl, Clock clock) {
        return new Clients(own(publicUrl), id -> store.find(id).flatMap(ClientBeans::client), clock);
    }

    @Produces
    @Singleton
    ClientSecrets secrets(SecretStore store, SlowHash slowHash, Randomness randomness, Clock clock) {
        return new ClientSecrets(store, slowHash, randomness, clock);
    }

    /** An entry that this version cannot read is no client here: a later version wrote it, or someone who changed the row. */
    static Optional<Client> client(StoredClient stored) {
        try {
            return Optional.of(ClientReader.read(stored.definition()));
        } catch (WrongMember e) {
            LOG.log(Level.ERROR, "client {0} cannot be read and is refused: {1}", stored.id(), e.sentence());
            return Optional.empty();
        }
    }

    /** Gatehouse's own API is an application like others: a public client, for programs on the person's own machine (RFC 8252 section 7.3). */
    static Client own(PublicUrl publicUrl) {
        return new Client(
                Clients.OWN,
                "Gatehouse",
                true,
                new ClientAuthentication(ClientAuthentication.Method.NONE, Optional.empty(), Optional.empty()),
                new Client.ClientUris(
                        Set.of("http://127.0.0.1/callback", "http://[::1]/callback"),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()),
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
                Optional.empty(),
                Optional.of(SelfkeyProfile.own(publicUrl)));
    }
}

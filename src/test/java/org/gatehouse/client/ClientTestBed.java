package org.gatehouse.client;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.Fake;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SlowHash;

/** Makes clients; opens this room to the tests of others. */
public final class ClientTestBed {
    private ClientTestBed() {}

    /** The client of this entry, with single quotes for double ones; its {@code client_id} is {@code app} unless the entry says otherwise. */
    public static Client client(String entry) {
        return ClientReader.read(entry(entry));
    }

    /** This entry, with single quotes for double ones; its {@code client_id} is {@code app} unless it says otherwise. */
    static JsonObject entry(String entry) {
        JsonObject given =
                Json.createReader(new StringReader(entry.replace('\'', '"'))).readObject();
        JsonObjectBuilder whole = Json.createObjectBuilder().add("client_id", "app");
        given.forEach(whole::add);
        return whole.build();
    }

    /** These clients, and the one of Gatehouse's own API at {@code https://gatehouse.example/api}. */
    public static Clients clients(Client... clients) {
        Map<String, Client> byId = new HashMap<>();
        for (Client client : clients) byId.put(client.id(), client);
        return new Clients(own(), id -> Optional.ofNullable(byId.get(id)), Clock.systemUTC());
    }

    /** The client of Gatehouse's own API. */
    public static Client own() {
        return ClientBeans.own(new PublicUrl(URI.create("https://gatehouse.example")));
    }

    /** Holds the clients of this database. */
    public static ClientLock lock(EntityManager entities) {
        return new ClientLock(entities);
    }

    /** Registers a client of this id, whose entry says no more. */
    public static void register(EntityManager entities, Clock clock, String id) {
        store(entities, clock).add(id, entry("{'client_id':'" + id + "'}"), Optional.empty(), null);
    }

    static ClientStore store(EntityManager entities, Clock clock) {
        return store(entities, clock, List.of());
    }

    @SuppressWarnings("unchecked")
    static ClientStore store(EntityManager entities, Clock clock, List<ClientHold> holds) {
        Event<ClientRemoved> nobody = Fake.of(Event.class, Map.of("fire", event -> null));
        return new ClientStore(
                entities,
                clock,
                AuditTestBed.audit(entities, clock),
                secretStore(entities, clock),
                nobody,
                lock(entities),
                Fake.of(Instance.class, Map.of("iterator", none -> holds.iterator())));
    }

    static SecretStore secretStore(EntityManager entities, Clock clock) {
        return new SecretStore(entities, clock, new Randomness(), AuditTestBed.audit(entities, clock));
    }

    /** The secrets of a node that has no time to verify any; every client has one. */
    public static ClientSecrets busySecrets(EntityManager entities, Clock clock) {
        SecretStore store = new SecretStore(entities, clock, new Randomness(), AuditTestBed.audit(entities, clock)) {
            @Override
            public List<ClientSecretRow> live(String client) {
                ClientSecretRow row = new ClientSecretRow();
                row.hash = "a slow hash";
                return List.of(row);
            }
        };
        SlowHash busy = new SlowHash(new Randomness()) {
            @Override
            public boolean verify(String secret, String phc) {
                throw new ClientSecrets.Busy();
            }
        };
        return new ClientSecrets(store, busy, new Randomness(), clock);
    }

    static EntryCheck check() {
        return new EntryCheck(own());
    }

    static Client ruled(List<GroupRule> rules) {
        Client plain = client("{}");
        return new Client(
                plain.id(),
                plain.name(),
                plain.enabled(),
                plain.authentication(),
                plain.uris(),
                plain.scope(),
                plain.proofKeyRequired(),
                plain.consent(),
                plain.admission(),
                plain.tokens(),
                Optional.of(rules),
                plain.selfkey());
    }
}

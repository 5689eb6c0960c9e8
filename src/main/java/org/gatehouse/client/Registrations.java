package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gatehouse.client.ClientSecrets.Issued;
import org.gatehouse.client.Registered.Outcome;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.WrongMember;
import org.gatehouse.vault.Secret;

/** What administrators do to registered clients, each to the version that they read. Not in a transaction: each call has its own. */
@Dependent
public class Registrations {
    /** For how long a secret can be taken beside a newer one. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private static final int MOST_TRIES = 3;

    private final Clients clients;
    private final ClientStore stored;
    private final ClientSecrets secrets;
    private final SecretStore storedSecrets;
    private final EntryCheck check;

    @Inject
    Registrations(
            Clients clients, ClientStore stored, ClientSecrets secrets, SecretStore storedSecrets, EntryCheck check) {
        this.clients = clients;
        this.stored = stored;
        this.secrets = secrets;
        this.storedSecrets = storedSecrets;
        this.check = check;
    }

    /** The client of this id as it is stored; empty for the one that is built in. */
    public Optional<StoredClient> find(String id) {
        return ClientReader.isId(id) ? stored.find(id) : Optional.empty();
    }

    /** Clients by id, from the first that comes after this text. */
    public List<StoredClient> after(String id, int limit) {
        return stored.after(id, limit);
    }

    /** Clients that have this text in their id or entry, whatever the case; all where it is empty. */
    public List<StoredClient> search(ClientSearch search, int first, int limit) {
        return stored.search(search, first, limit);
    }

    /** How many there are of these. */
    public long count(ClientSearch search) {
        return stored.count(search);
    }

    /** The client that this entry makes; empty where this version cannot read it. */
    public Optional<Client> read(StoredClient client) {
        return ClientBeans.client(client);
    }

    /**
     * The client that an entry would make, which is not stored.
     *
     * @throws WrongMember if it cannot be taken
     */
    public Client read(JsonObject entry) {
        return check.client(entry);
    }

    /** The refusal of an entry that somebody could not even write down. */
    public Registered wrong(WrongMember wrong) {
        return Registered.wrong(wrong.member(), wrong.sentence());
    }

    /** The secrets that a client may prove itself by now, the newest first. */
    public List<LiveSecret> secrets(String client) {
        return storedSecrets.live(client).stream()
                .map(row -> new LiveSecret(row.createdAt, Optional.ofNullable(row.expiresAt), row.fromFile))
                .toList();
    }

    /** One sentence for each thing about a client that is less than it could be. */
    public List<String> reminders(StoredClient client) {
        return ClientBeans.client(client)
                .map(read -> Reminders.of(read, !storedSecrets.live(client.id()).isEmpty()))
                .orElseGet(
                        () -> List.of("this version cannot read the entry and refuses the client; the log says why"));
    }

    /**
     * Registers a client.
     *
     * @param by the account of who does it
     * @return with its first secret, where it proves itself by one
     */
    public Registered register(JsonObject entry, String by) {
        Client client;
        try {
            client = check.client(entry);
        } catch (WrongMember e) {
            return wrong(e);
        }
        Optional<Issued> secret = client.authentication().bySecret() ? Optional.of(secrets.create()) : Optional.empty();
        Optional<StoredClient> added =
                Conflict.again(() -> stored.find(client.id()).isPresent()
                        ? Optional.empty()
                        : Optional.of(stored.register(client.id(), entry, secret.map(Issued::hash), by)));
        if (added.isEmpty()) return Registered.of(Outcome.TAKEN);
        changed(client.id());
        return Registered.done(added.get(), secret.map(Issued::secret));
    }

    /**
     * Changes a client's entry.
     *
     * @param wanted whether this is the version that the caller read
     * @param change the entry that is wanted, by the one that holds
     * @param by the account of who does it
     */
    public Registered change(String id, Predicate<StoredClient> wanted, UnaryOperator<JsonObject> change, String by) {
        if (id.equals(Clients.OWN)) return Registered.of(Outcome.BUILT_IN);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<StoredClient> found = find(id);
            if (found.isEmpty()) return Registered.of(Outcome.UNKNOWN);
            StoredClient before = found.get();
            if (!wanted.test(before)) return Registered.of(Outcome.CHANGED_SINCE);
            JsonObject entry = change.apply(before.definition());
            Optional<Registered> wrong = wrong(id, entry);
            if (wrong.isPresent()) return wrong.get();
            if (entry.equals(before.definition())) return Registered.done(before, Optional.empty());
            if (stored.change(before, entry, before.fromFile(), by)) {
                changed(id);
                return Registered.done(before.changed(entry), Optional.empty());
            }
        }
        return Registered.of(Outcome.CHANGED_SINCE);
    }

    private Optional<Registered> wrong(String id, JsonObject entry) {
        try {
            if (check.client(entry).id().equals(id)) return Optional.empty();
            return Optional.of(Registered.wrong("client_id", "client_id: must be that of the address."));
        } catch (WrongMember e) {
            return Optional.of(wrong(e));
        }
    }

    /**
     * Removes a client with its secrets and all that it was given. One that stands in the clients file comes back at the next start.
     *
     * @param wanted whether this is the version that the caller read
     * @param by the account of who does it
     */
    public Registered remove(String id, Predicate<StoredClient> wanted, String by) {
        if (id.equals(Clients.OWN)) return Registered.of(Outcome.BUILT_IN);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<StoredClient> found = find(id);
            if (found.isEmpty()) return Registered.of(Outcome.UNKNOWN);
            if (!wanted.test(found.get())) return Registered.of(Outcome.CHANGED_SINCE);
            ClientStore.Removing removing = Conflict.again(() -> stored.remove(found.get(), by));
            if (removing.held().isPresent())
                return Registered.held(removing.held().get());
            if (removing.done()) {
                changed(id);
                return Registered.of(Outcome.DONE);
            }
        }
        return Registered.of(Outcome.CHANGED_SINCE);
    }

    /**
     * Makes a new secret for a client; the earlier ones expire.
     *
     * @param overlap how long the earlier ones are taken besides, {@link #LONGEST_OVERLAP} at most
     * @param by the account of who does it
     */
    public Registered renewSecret(String id, Duration overlap, String by) {
        if (id.equals(Clients.OWN)) return Registered.of(Outcome.BUILT_IN);
        Optional<StoredClient> found = find(id);
        Optional<Client> client = found.flatMap(ClientBeans::client);
        if (client.isEmpty()) return Registered.of(Outcome.UNKNOWN);
        if (!client.get().authentication().bySecret()) return Registered.of(Outcome.WITHOUT_SECRET);
        Optional<Secret> secret = secrets.issue(id, overlap, by);
        return secret.isEmpty() ? Registered.of(Outcome.UNKNOWN) : Registered.done(found.get(), secret);
    }

    private void changed(String id) {
        clients.forget(id);
        secrets.forget(id);
    }
}

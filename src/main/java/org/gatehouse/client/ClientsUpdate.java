package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.gatehouse.client.ClientsFile.FileEntry;
import org.gatehouse.database.Conflict;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;
import org.gatehouse.vault.SlowHash;

/**
 * Brings the stored clients up to the clients file without losing what the API changed. Any number of nodes may do so at once, and applying the same file
 * again changes nothing.
 */
@Dependent
class ClientsUpdate {
    private static final Logger LOG = System.getLogger(ClientsUpdate.class.getName());
    private static final int MOST_TRIES = 5;

    private final ClientStore clients;
    private final SecretStore secrets;
    private final SlowHash slowHash;
    private final EntryCheck check;

    @Inject
    ClientsUpdate(ClientStore clients, SecretStore secrets, SlowHash slowHash, EntryCheck check) {
        this.clients = clients;
        this.secrets = secrets;
        this.slowHash = slowHash;
        this.check = check;
    }

    /** Applies the entries of the file: all that it has. Not in a transaction. */
    void apply(List<FileEntry> entries) {
        for (FileEntry entry : entries) {
            untilNobodyWasFaster(() -> put(entry));
            Conflict.again(() -> putSecret(entry));
        }
        Set<String> present = entries.stream().map(FileEntry::id).collect(Collectors.toSet());
        for (StoredClient stored : clients.ofFile()) {
            if (!present.contains(stored.id())) untilNobodyWasFaster(() -> vanished(stored.id()));
        }
    }

    private static void untilNobodyWasFaster(BooleanSupplier work) {
        for (int tries = 0; tries < MOST_TRIES; tries++) if (Conflict.again(work::getAsBoolean)) return;
        throw new IllegalStateException("the clients change all the time");
    }

    private boolean put(FileEntry entry) {
        Optional<StoredClient> found = clients.find(entry.id());
        if (found.isEmpty()) {
            clients.add(entry.id(), entry.entry(), Optional.of(entry.entry()), null);
            LOG.log(Level.INFO, "client {0} was registered from the clients file", entry.id());
            return true;
        }
        StoredClient stored = found.get();
        if (stored.fromFile().equals(Optional.of(entry.entry()))) return true;
        JsonObject base = stored.fromFile().orElse(JsonValue.EMPTY_JSON_OBJECT);
        ClientMerge merge = ClientMerge.of(base, stored.definition(), entry.entry());
        try {
            check.client(merge.entry());
        } catch (WrongMember e) {
            LOG.log(
                    Level.WARNING,
                    "client {0}: the clients file is not applied to it: together with what was changed through the API, {1}",
                    entry.id(),
                    e.sentence());
            return true;
        }
        if (!clients.change(stored, merge.entry(), Optional.of(entry.entry()), null)) return false;
        LOG.log(Level.INFO, "client {0} was changed by the clients file", entry.id());
        for (String member : merge.kept()) {
            LOG.log(
                    Level.WARNING,
                    "client {0}: {1} was changed in the clients file and through the API: the API''s stays",
                    entry.id(),
                    member);
        }
        return true;
    }

    private boolean vanished(String id) {
        Optional<StoredClient> found = clients.find(id);
        if (found.isEmpty()) return true;
        StoredClient stored = found.get();
        JsonObject base = stored.fromFile().orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (!base.equals(stored.definition())) {
            if (!clients.change(stored, stored.definition(), Optional.empty(), null)) return false;
            LOG.log(
                    Level.WARNING,
                    "client {0} is not in the clients file any more, but was changed through the API: it stays, and is the API''s from now on",
                    id);
            return true;
        }
        JsonObject disabled = Json.copy(base).add("enabled", false).build();
        if (disabled.equals(base)) return true;
        // With the same entry as the file's: one that comes back there is taken as a change of the file, and enabled.
        if (!clients.change(stored, disabled, Optional.of(disabled), null)) return false;
        LOG.log(Level.INFO, "client {0} is not in the clients file any more and was disabled", id);
        return true;
    }

    private void putSecret(FileEntry entry) {
        if (entry.secret().isEmpty()) {
            boolean removed = secrets.removeOfFile(entry.id());
            if (removed) LOG.log(Level.INFO, "client {0}: its secret is not in the clients file any more", entry.id());
            return;
        }
        String secret = entry.secret().get();
        Optional<ClientSecretRow> stored = secrets.ofFile(entry.id());
        if (stored.isPresent() && slowHash.verify(secret, stored.get().hash)) {
            if (stored.get().expiresAt != null) {
                LOG.log(
                        Level.WARNING,
                        "client {0}: its secret in the clients file was replaced through the API",
                        entry.id());
            }
            return;
        }
        secrets.putOfFile(entry.id(), stored.map(row -> row.hash), slowHash.hash(secret));
        LOG.log(Level.INFO, "client {0} has the secret of the clients file", entry.id());
    }
}

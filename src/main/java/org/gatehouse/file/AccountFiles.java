package org.gatehouse.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;

/** All files of an account, wherever it gave them. A file that something refers to is erased by whoever claimed it for that. */
@Dependent
@Transactional
public class AccountFiles implements PersonalData {
    private final EntityManager entities;

    @Inject
    AccountFiles(EntityManager entities) {
        this.entities = entities;
    }

    /** The whole files of an account, the oldest first. */
    public List<Owned> of(String account) {
        return entities.createQuery(
                        "select f from FileRow f where f.accountId = :account and f.keySealed is not null"
                                + " and f.storedAt is not null order by f.storedAt, f.id",
                        FileRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(row -> new Owned(
                        row.file(),
                        new Owner(row.accountId, row.clientId),
                        Optional.ofNullable(row.storedAt).orElseThrow(),
                        Optional.ofNullable(row.claimedFor)))
                .toList();
    }

    /**
     * A file, and whose it is.
     *
     * @param storedAt when it was whole
     * @param purpose what it is kept for; empty where nothing refers to it
     */
    public record Owned(StoredFile file, Owner owner, Instant storedAt, Optional<String> purpose) {}

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Set<String> tables() {
        return Set.of("stored_file", "file_piece");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        List<Owned> files = of(account);
        return json -> {
            json.writeStartArray();
            files.forEach(each -> write(each, json));
            json.writeEnd();
        };
    }

    private static void write(Owned owned, JsonGenerator json) {
        json.writeStartObject()
                .write("id", owned.file().id())
                .write("client_id", owned.owner().client())
                .write("name", owned.file().name())
                .write("type", owned.file().type())
                .write("size", owned.file().size())
                .write("stored_at", owned.storedAt().toString());
        owned.purpose().ifPresent(purpose -> json.write("kept_for", purpose));
        json.writeEnd();
    }

    @Override
    public List<Kept> erase(String account) {
        entities.createQuery(
                        "update FileRow f set f.keySealed = null, f.expiresAt = :past"
                                + " where f.accountId = :account and (f.claimedFor is null or f.expiresAt is not null) and f.keySealed is not null")
                .setParameter("past", Instant.EPOCH)
                .setParameter("account", account)
                .executeUpdate();
        return List.of();
    }
}

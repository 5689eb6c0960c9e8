package org.gatehouse.attribute;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gatehouse.http.Json;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.SealBroken;

/** What people share with clients. */
@Dependent
@Transactional
public class Attributes {
    private static final Logger LOG = System.getLogger(Attributes.class.getName());
    private static final String OF_BOTH = " where a.accountId = :account and a.clientId = :client";

    private final EntityManager entities;
    private final MasterKey masterKey;
    private final Clock clock;

    @Inject
    Attributes(EntityManager entities, MasterKey masterKey, Clock clock) {
        this.entities = entities;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * Checks attributes against our schemas and against what a client asks for. Attributes that were not asked for are accepted as well, if they are right.
     *
     * @param requirements what is asked for
     * @param sent what was sent
     */
    public static Checked check(List<Requirement> requirements, List<SentAttribute> sent) {
        return AttributeCheck.check(requirements, sent);
    }

    /**
     * Stores values, each in the place of the one of its id, and erases those that were emptied; others stay. The files that they refer to are the caller's
     * affair.
     *
     * @return the files that nothing here refers to any more
     * @throws jakarta.persistence.PersistenceException if another call stored the first value of an id in this moment; a second call then succeeds
     */
    public Set<String> store(String account, String client, Checked.Accepted accepted) {
        Set<String> released = files(account, client);
        // In one order, so that of two calls at once none waits for the other with what the other waits for.
        accepted.values().stream()
                .sorted(Comparator.comparing(Checked.Value::id))
                .forEach(value -> store(account, client, value));
        accepted.emptied().stream().sorted().forEach(id -> erase(account, client, id));
        released.removeAll(files(account, client));
        return released;
    }

    private void store(String account, String client, Checked.Value value) {
        byte[] json = Json.object().add("data", value.data()).build().toString().getBytes(StandardCharsets.UTF_8);
        String sealed = masterKey.seal(json, SharedAttributeRow.place(account, client, value.id()));
        int updated = entities.createQuery("update SharedAttributeRow a set a.attribute = :attribute,"
                        + " a.valueSealed = :sealed, a.updatedAt = :now" + OF_BOTH + " and a.id = :id")
                .setParameter("attribute", value.attribute())
                .setParameter("sealed", sealed)
                .setParameter("now", clock.instant())
                .setParameter("account", account)
                .setParameter("client", client)
                .setParameter("id", value.id())
                .executeUpdate();
        if (updated == 1) return;
        SharedAttributeRow row = new SharedAttributeRow();
        row.accountId = account;
        row.clientId = client;
        row.id = value.id();
        row.attribute = value.attribute();
        row.valueSealed = sealed;
        row.updatedAt = clock.instant();
        entities.persist(row);
        entities.flush();
    }

    private void erase(String account, String client, String id) {
        entities.createQuery("delete from SharedAttributeRow a" + OF_BOTH + " and a.id = :id")
                .setParameter("account", account)
                .setParameter("client", client)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** What a person shares with a client of these, by id. What was given under an id before it became another attribute's is none of them. */
    public Map<String, JsonValue> of(String account, String client, List<Requirement> requirements) {
        Set<Stored> asked = requirements.stream()
                .map(each -> new Stored(each.id(), each.attribute()))
                .collect(Collectors.toSet());
        Map<String, JsonValue> values = new TreeMap<>();
        each(account, client, asked::contains, (row, value) -> values.put(row.id, value));
        return values;
    }

    /** All that a person shares with a client, by id. */
    Map<String, JsonValue> all(String account, String client) {
        Map<String, JsonValue> values = new TreeMap<>();
        each(account, client, row -> true, (row, value) -> values.put(row.id, value));
        return values;
    }

    /** The ids of all that a person shares with a client. */
    public Set<String> ids(String account, String client) {
        return entities.createQuery("select a.id from SharedAttributeRow a" + OF_BOTH, String.class)
                .setParameter("account", account)
                .setParameter("client", client)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Erases all that a person shares with a client. The files that it referred to are the caller's affair. */
    public void withdraw(String account, String client) {
        entities.createQuery("delete from SharedAttributeRow a" + OF_BOTH)
                .setParameter("account", account)
                .setParameter("client", client)
                .executeUpdate();
    }

    /** Erases all that anyone shares with a client. The files that it referred to are the caller's affair. */
    public void forget(String client) {
        entities.createQuery("delete from SharedAttributeRow a where a.clientId = :client")
                .setParameter("client", client)
                .executeUpdate();
    }

    private Set<String> files(String account, String client) {
        Set<String> files = new HashSet<>();
        each(account, client, row -> true, (row, value) -> files.addAll(FileIds.of(row.attribute, value)));
        return files;
    }

    private void each(String account, String client, Predicate<Stored> which, BiConsumer<Stored, JsonValue> then) {
        entities.createQuery(
                        "select a.id, a.attribute, a.valueSealed from SharedAttributeRow a" + OF_BOTH, Object[].class)
                .setParameter("account", account)
                .setParameter("client", client)
                .getResultStream()
                .forEach(row -> {
                    Stored stored = new Stored((String) row[0], (String) row[1]);
                    if (!which.test(stored)) return;
                    open((String) row[2], SharedAttributeRow.place(account, client, stored.id))
                            .ifPresent(value -> then.accept(stored, value));
                });
    }

    /** A value that cannot be opened is as good as none: it must not keep its owner from storing another, nor from erasing it. */
    private Optional<JsonValue> open(String sealed, String place) {
        try {
            return Json.parse(masterKey.open(sealed, place)).map(object -> object.get("data"));
        } catch (SealBroken e) {
            LOG.log(Level.ERROR, "cannot be opened: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** What tells a stored value from others. */
    private record Stored(String id, String attribute) {}
}

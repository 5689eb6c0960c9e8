package org.gatehouse.attribute;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.vault.MasterKey;

/** Makes this room's parts; opens it to the tests of others. */
public final class AttributeTestBed {
    private AttributeTestBed() {}

    /** What is shared there, sealed under this key, at this clock's time. */
    public static Attributes attributes(EntityManager entities, MasterKey masterKey, Clock clock) {
        return new Attributes(entities, masterKey, clock);
    }

    /** All that an account shares with a client, whatever is asked for, by id. */
    public static Map<String, JsonValue> all(
            EntityManager entities, Attributes attributes, String account, String client) {
        List<Requirement> stored = entities.createQuery(
                        "select a from SharedAttributeRow a where a.accountId = :account and a.clientId = :client",
                        SharedAttributeRow.class)
                .setParameter("account", account)
                .setParameter("client", client)
                .getResultStream()
                .map(row -> new Requirement(row.id, row.attribute, Optional.empty(), false))
                .toList();
        return attributes.of(account, client, stored);
    }

    /** This value, with single quotes for double ones. */
    public static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readValue();
        }
    }

    /** What a requirement asks for of its own name. */
    static Requirement required(String attribute) {
        return new Requirement(attribute, attribute, Optional.empty(), true);
    }

    /** An attribute as today's wallets send it. */
    static SentAttribute sent(String id, String attribute, String data) {
        return new SentAttribute(Optional.of(id), Optional.of(AttributeTypes.schemaId(attribute)), json(data));
    }
}

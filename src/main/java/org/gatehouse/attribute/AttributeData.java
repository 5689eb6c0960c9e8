package org.gatehouse.attribute;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;

/** What people share with clients, with its values. The files that they refer to are the affair of whoever claimed them. */
@Dependent
@Transactional
class AttributeData implements PersonalData {
    private final EntityManager entities;
    private final Attributes attributes;

    @Inject
    AttributeData(EntityManager entities, Attributes attributes) {
        this.entities = entities;
        this.attributes = attributes;
    }

    @Override
    public String name() {
        return "shared_attributes";
    }

    @Override
    public Set<String> tables() {
        return Set.of("shared_attribute");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        Map<String, Map<String, JsonValue>> clients = new TreeMap<>();
        entities.createQuery(
                        "select distinct a.clientId from SharedAttributeRow a where a.accountId = :account order by a.clientId",
                        String.class)
                .setParameter("account", account)
                .getResultList()
                .forEach(client -> clients.put(client, attributes.all(account, client)));
        return json -> {
            json.writeStartObject();
            clients.forEach((client, values) -> {
                json.writeStartObject(client);
                values.forEach(json::write);
                json.writeEnd();
            });
            json.writeEnd();
        };
    }

    @Override
    public List<Kept> erase(String account) {
        entities.createQuery("delete from SharedAttributeRow a where a.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        return List.of();
    }
}

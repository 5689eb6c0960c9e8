package org.gatehouse.grant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;

/** What people allowed clients, and which attributes they were shown then. */
@Dependent
@Transactional
class ConsentData implements PersonalData {
    private final EntityManager entities;

    @Inject
    ConsentData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public Set<String> tables() {
        return Set.of("consent");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        List<ConsentRow> rows = entities.createQuery(
                        "select c from ConsentRow c where c.accountId = :account order by c.clientId", ConsentRow.class)
                .setParameter("account", account)
                .getResultList();
        return json -> {
            json.writeStartArray();
            rows.forEach(row -> write(row, json));
            json.writeEnd();
        };
    }

    private static void write(ConsentRow row, JsonGenerator json) {
        json.writeStartObject()
                .write("client_id", row.clientId)
                .write("scope", row.scope)
                .write("given_at", row.givenAt.toString());
        if (row.told != null) json.write("attributes", row.told);
        json.writeEnd();
    }

    @Override
    public List<Kept> erase(String account) {
        entities.createQuery("delete from ConsentRow c where c.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        return List.of();
    }
}

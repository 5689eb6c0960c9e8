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

/** What people's sessions gave to clients. A grant that is not there is as good as one that was revoked. */
@Dependent
@Transactional
class GrantData implements PersonalData {
    private final EntityManager entities;

    @Inject
    GrantData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "grants";
    }

    @Override
    public Set<String> tables() {
        return Set.of("client_grant");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        List<GrantRow> rows = entities.createQuery(
                        "select g from GrantRow g where g.accountId = :account order by g.createdAt, g.id",
                        GrantRow.class)
                .setParameter("account", account)
                .getResultList();
        return json -> {
            json.writeStartArray();
            rows.forEach(row -> write(row, json));
            json.writeEnd();
        };
    }

    private static void write(GrantRow row, JsonGenerator json) {
        json.writeStartObject()
                .write("client_id", row.clientId)
                .write("session", row.sessionId)
                .write("wallet", row.wallet)
                .write("scope", row.scope)
                .write("created_at", row.createdAt.toString())
                .write("expires_at", row.expiresAt.toString());
        if (row.revokedAt != null) json.write("revoked_at", row.revokedAt.toString());
        json.writeEnd();
    }

    @Override
    public List<Kept> erase(String account) {
        entities.createQuery("delete from GrantRow g where g.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        return List.of();
    }
}

package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;

/** The sessions of people, those included that ended lately. */
@Dependent
@Transactional
class SessionData implements PersonalData {
    private final EntityManager entities;

    @Inject
    SessionData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Set<String> tables() {
        return Set.of("session");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        List<SessionRow> rows = entities.createQuery(
                        "select s from SessionRow s where s.accountId = :account order by s.authenticatedAt, s.id",
                        SessionRow.class)
                .setParameter("account", account)
                .getResultList();
        return json -> {
            json.writeStartArray();
            rows.forEach(row -> write(row, json));
            json.writeEnd();
        };
    }

    private static void write(SessionRow row, JsonGenerator json) {
        json.writeStartObject()
                .write("id", row.id)
                .write("wallet", row.wallet)
                .write("authenticated_at", row.authenticatedAt.toString())
                .write("last_used_at", row.lastUsedAt.toString())
                .write("expires_at", row.expiresAt.toString());
        if (row.userAgent != null) json.write("user_agent", row.userAgent);
        if (row.network != null) json.write("network", row.network);
        if (row.endedAt != null) json.write("ended_at", row.endedAt.toString());
        json.writeEnd();
    }

    @Override
    public List<Kept> erase(String account) {
        entities.createQuery("delete from SessionRow s where s.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        return List.of();
    }
}

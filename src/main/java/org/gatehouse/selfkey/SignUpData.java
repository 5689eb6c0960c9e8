package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gatehouse.account.PersonalData;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;

/** Where people have signed up, with the files that are kept for that. */
@Dependent
@Transactional
class SignUpData implements PersonalData {
    private final EntityManager entities;
    private final Files files;

    @Inject
    SignUpData(EntityManager entities, Files files) {
        this.entities = entities;
        this.files = files;
    }

    @Override
    public String name() {
        return "sign_ups";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sign_up");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        List<SignUpRow> rows = of(account);
        return json -> {
            json.writeStartArray();
            rows.forEach(row -> json.writeStartObject()
                    .write("client_id", row.clientId)
                    .write("created_at", row.createdAt.toString())
                    .write("updated_at", row.updatedAt.toString())
                    .writeEnd());
            json.writeEnd();
        };
    }

    @Override
    public List<Kept> erase(String account) {
        of(account).forEach(row -> files.erase(new Owner(account, row.clientId), SignUpStore.PURPOSE));
        entities.createQuery("delete from SignUpRow s where s.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        return List.of();
    }

    private List<SignUpRow> of(String account) {
        return entities.createQuery(
                        "select s from SignUpRow s where s.accountId = :account order by s.clientId", SignUpRow.class)
                .setParameter("account", account)
                .getResultList();
    }
}

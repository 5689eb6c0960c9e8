package org.gatehouse.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The accounts themselves. The row of one that was erased stays, with nothing but its times, as whatever has to be kept refers to it. */
@Dependent
@Transactional
class AccountData implements PersonalData {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    AccountData(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Set<String> tables() {
        return Set.of("account", "account_wallet", "account_role");
    }

    @Override
    public Consumer<JsonGenerator> export(String account) {
        AccountRow row = entities.find(AccountRow.class, account);
        List<String> roles = row.roles.stream().sorted().toList();
        List<WalletRow> wallets = entities.createQuery(
                        "select w from WalletRow w where w.accountId = :account order by w.linkedAt, w.wallet",
                        WalletRow.class)
                .setParameter("account", account)
                .getResultList();
        return json -> {
            json.writeStartObject()
                    .write("id", account)
                    .write("created_at", row.createdAt.toString())
                    .writeStartArray("roles");
            roles.forEach(json::write);
            json.writeEnd().writeStartArray("wallets");
            wallets.forEach(wallet -> json.writeStartObject()
                    .write("wallet", wallet.wallet)
                    .write("linked_at", wallet.linkedAt.toString())
                    .writeEnd());
            json.writeEnd().writeEnd();
        };
    }

    @Override
    public List<Kept> erase(String account) {
        entities.createQuery("delete from WalletRow w where w.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
        AccountRow row = entities.find(AccountRow.class, account);
        row.roles.clear();
        row.erasedAt = clock.instant();
        return List.of();
    }
}

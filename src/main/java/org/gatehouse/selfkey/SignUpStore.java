package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.account.Accounts;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Checked;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.ClientLock;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.file.Files;
import org.gatehouse.file.Owner;
import org.gatehouse.people.Membership;
import org.gatehouse.wallet.AccountId;

/** The sign-ups as rows, with what was shared at each. */
@Dependent
@Transactional
class SignUpStore implements Membership {
    /** What files of a sign-up are kept for. */
    static final String PURPOSE = "sign-up";

    private static final String OF_BOTH = " where s.accountId = :account and s.clientId = :client";

    private final EntityManager entities;
    private final Clock clock;
    private final ClientLock clients;
    private final Accounts accounts;
    private final Attributes attributes;
    private final Files files;
    private final Audit audit;

    @Inject
    SignUpStore(
            EntityManager entities,
            Clock clock,
            ClientLock clients,
            Accounts accounts,
            Attributes attributes,
            Files files,
            Audit audit) {
        this.entities = entities;
        this.clock = clock;
        this.clients = clients;
        this.accounts = accounts;
        this.attributes = attributes;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Keeps a sign-up with these attributes, all of it or nothing.
     *
     * @param wallet whose proof was seen
     * @throws jakarta.persistence.PersistenceException if another call stored the same for the first time in this moment; a second call then succeeds
     */
    Optional<Refused> keep(AccountId wallet, String client, Checked.Accepted accepted) {
        if (!clients.hold(client)) return Optional.of(Refused.of(Refusal.NOT_FOUND));
        Set<String> referred = accepted.values().stream()
                .flatMap(value -> value.files().stream())
                .collect(Collectors.toSet());
        Optional<String> known = accounts.find(wallet);
        if (known.filter(accounts::blocked).isPresent())
            return Optional.of(new Refused(Refusal.FORBIDDEN, "Nobody can sign in with this wallet any more"));
        if (!referred.isEmpty() && !claim(referred, known, client)) return Optional.of(Refused.fileMissing());
        String account = accounts.ofWallet(wallet);
        files.erase(attributes.store(account, client, accepted), new Owner(account, client), PURPOSE);
        touch(account, client);
        audit.record("selfkey.sign-up", "ok", account, wallet.toString(), client);
        return Optional.empty();
    }

    private boolean claim(Set<String> referred, Optional<String> account, String client) {
        return account.filter(known -> files.claim(referred, new Owner(known, client), PURPOSE))
                .isPresent();
    }

    private void touch(String account, String client) {
        Instant now = clock.instant();
        int updated = entities.createQuery("update SignUpRow s set s.updatedAt = :now" + OF_BOTH)
                .setParameter("now", now)
                .setParameter("account", account)
                .setParameter("client", client)
                .executeUpdate();
        if (updated == 1) return;
        SignUpRow row = new SignUpRow();
        row.accountId = account;
        row.clientId = client;
        row.createdAt = now;
        row.updatedAt = now;
        entities.persist(row);
        entities.flush();
    }

    @Override
    public boolean has(String account, String client) {
        return entities.createQuery("select count(s) from SignUpRow s" + OF_BOTH, Long.class)
                        .setParameter("account", account)
                        .setParameter("client", client)
                        .getSingleResult()
                > 0;
    }

    @Override
    public Map<String, SignedUp> of(String account) {
        Map<String, SignedUp> clients = new HashMap<>();
        entities.createQuery("select s from SignUpRow s where s.accountId = :account", SignUpRow.class)
                .setParameter("account", account)
                .getResultList()
                .forEach(row ->
                        clients.put(row.clientId, new SignedUp(row.createdAt, attributes.ids(account, row.clientId))));
        return clients;
    }

    @Override
    public boolean end(String account, String client) {
        // A sign-up or an upload of this moment is over first, and goes too.
        if (!accounts.hold(account)) return false;
        attributes.withdraw(account, client);
        Owner owner = new Owner(account, client);
        files.erase(owner, PURPOSE);
        files.discard(owner);
        boolean ended = entities.createQuery("delete from SignUpRow s" + OF_BOTH)
                        .setParameter("account", account)
                        .setParameter("client", client)
                        .executeUpdate()
                == 1;
        if (ended) audit.record("selfkey.withdraw", "ok", account, null, client);
        return ended;
    }

    /** A client that is registered under the same id later is another one, to which nobody gave anything. Its files go with the room of files. */
    void forget(@Observes ClientRemoved removed) {
        attributes.forget(removed.client());
        entities.createQuery("delete from SignUpRow s where s.clientId = :client")
                .setParameter("client", removed.client())
                .executeUpdate();
    }
}

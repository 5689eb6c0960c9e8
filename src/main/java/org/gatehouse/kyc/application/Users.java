package org.gatehouse.kyc.application;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.ClientLock;
import org.gatehouse.endpoint.Applicant;
import org.gatehouse.endpoint.Refusal;
import org.gatehouse.endpoint.Refused;
import org.gatehouse.http.Json;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.ResealLoop;
import org.gatehouse.vault.SealedRows;

/** Applicants as they told clients' KYC of themselves, as rows. */
@Dependent
@Transactional
class Users implements SealedRows {
    private static final String OF_BOTH = " where u.accountId = :account and u.clientId = :client";
    private static final String BEGINS = "substring(u.contentSealed, 1, " + MasterKey.HEAD_CHARACTERS + ") = :head";

    private final EntityManager entities;
    private final MasterKey masterKey;
    private final Clock clock;
    private final ClientLock clients;
    private final Accounts accounts;

    @Inject
    Users(EntityManager entities, MasterKey masterKey, Clock clock, ClientLock clients, Accounts accounts) {
        this.entities = entities;
        this.masterKey = masterKey;
        this.clock = clock;
        this.clients = clients;
        this.accounts = accounts;
    }

    /** What this account told this client. */
    Optional<User> find(String account, String client) {
        return entities.createQuery("select u from UserRow u" + OF_BOTH, UserRow.class)
                .setParameter("account", account)
                .setParameter("client", client)
                .getResultStream()
                .findFirst()
                .map(this::open);
    }

    /** What this account told clients, by {@code client_id}. */
    SortedMap<String, User> of(String account) {
        SortedMap<String, User> told = new TreeMap<>();
        entities.createQuery("select u from UserRow u where u.accountId = :account", UserRow.class)
                .setParameter("account", account)
                .getResultList()
                .forEach(row -> told.put(row.clientId, open(row)));
        return told;
    }

    private User open(UserRow row) {
        return Json.parse(masterKey.open(row.contentSealed, UserRow.place(row.accountId, row.clientId)))
                .map(User::fromJson)
                .orElseThrow();
    }

    /**
     * Stores what an applicant tells, in the place of what it told before; and makes the account of the wallet, if it has none.
     *
     * @return the account's id
     * @throws Undone where the client is not there any more, or the account is blocked
     * @throws jakarta.persistence.PersistenceException if another call stored the same for the first time in this moment; a second call then succeeds
     */
    String store(Applicant applicant, User user) {
        String client = applicant.client();
        if (!clients.hold(client)) throw new Undone(Refused.of(Refusal.NOT_FOUND));
        String account = accounts.find(applicant.wallet()).orElseGet(() -> accounts.ofWallet(applicant.wallet()));
        if (accounts.blocked(account)) throw new Undone(new Refused(Refusal.FORBIDDEN, "This account is blocked"));
        Instant now = clock.instant();
        String sealed = seal(user.toJson().toString().getBytes(StandardCharsets.UTF_8), account, client);
        int updated = entities.createQuery(
                        "update UserRow u set u.contentSealed = :sealed, u.updatedAt = :now" + OF_BOTH)
                .setParameter("sealed", sealed)
                .setParameter("now", now)
                .setParameter("account", account)
                .setParameter("client", client)
                .executeUpdate();
        if (updated == 1) return account;
        UserRow row = new UserRow();
        row.accountId = account;
        row.clientId = client;
        row.contentSealed = sealed;
        row.createdAt = now;
        row.updatedAt = now;
        entities.persist(row);
        entities.flush();
        return account;
    }

    /** Forgets what this account told this client; says whether it had told anything. */
    boolean forget(String account, String client) {
        return entities.createQuery("delete from UserRow u" + OF_BOTH)
                        .setParameter("account", account)
                        .setParameter("client", client)
                        .executeUpdate()
                == 1;
    }

    /** Forgets what this account told any client. */
    void forget(String account) {
        entities.createQuery("delete from UserRow u where u.accountId = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    private String seal(byte[] content, String account, String client) {
        return masterKey.seal(content, UserRow.place(account, client));
    }

    @Override
    public String name() {
        return "kyc_user";
    }

    @Override
    public long waiting(String head) {
        return entities.createQuery("select count(u) from UserRow u where " + BEGINS, Long.class)
                .setParameter("head", head)
                .getSingleResult();
    }

    @Override
    public int reseal(String head, int limit) {
        return ResealLoop.run(
                limit, (after, most) -> sealedUnder(head, after, most), row -> row.contentSealed, this::reseal);
    }

    /** What is sealed is different in each row: so rows can be told apart and ordered by it. */
    private List<UserRow> sealedUnder(String head, String after, int limit) {
        return entities.createQuery(
                        "select u from UserRow u where " + BEGINS
                                + " and u.contentSealed > :after order by u.contentSealed",
                        UserRow.class)
                .setParameter("head", head)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    private boolean reseal(UserRow row) {
        byte[] content = masterKey.open(row.contentSealed, UserRow.place(row.accountId, row.clientId));
        return entities.createQuery("update UserRow u set u.contentSealed = :anew" + OF_BOTH
                                + " and u.contentSealed = :before")
                        .setParameter("anew", seal(content, row.accountId, row.clientId))
                        .setParameter("account", row.accountId)
                        .setParameter("client", row.clientId)
                        .setParameter("before", row.contentSealed)
                        .executeUpdate()
                == 1;
    }
}

package org.gatehouse.grant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Accounts;
import org.gatehouse.account.WalletRemoved;
import org.gatehouse.audit.Audit;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientRemoved;
import org.gatehouse.session.AccountSignedOut;
import org.gatehouse.session.SessionDisowned;
import org.gatehouse.session.SessionEnded;
import org.gatehouse.session.Sessions;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;

/** What sessions gave to clients. */
@Dependent
@Transactional
public class Grants {
    /** How long a code is valid: as long as a redirect takes (OWASP ASVS 5.0, 10.4.3). */
    static final Duration CODE = Duration.ofSeconds(60);

    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Audit audit;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Lifetimes lifetimes;

    @Inject
    Grants(
            EntityManager entities,
            Clock clock,
            Randomness randomness,
            Audit audit,
            Sessions sessions,
            Accounts accounts,
            Lifetimes lifetimes) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.audit = audit;
        this.sessions = sessions;
        this.accounts = accounts;
        this.lifetimes = lifetimes;
    }

    /**
     * Makes a grant and gives the code that a client redeems it with, once.
     *
     * @return empty where the session is not live any more
     */
    public Optional<Secret> authorize(Authorized authorized) {
        Instant now = clock.instant();
        Secret code = randomness.secret();
        // The session was read a while ago. What is made while it is held is seen, and taken back, by whoever ends it.
        if (!sessions.hold(authorized.session().id())) return Optional.empty();
        GrantRow row = new GrantRow();
        row.id = randomness.id();
        row.clientId = authorized.client().id();
        row.accountId = authorized.session().account();
        row.sessionId = authorized.session().id();
        row.wallet = authorized.session().wallet().toString();
        row.scope = Claims.text(authorized.scope());
        row.redirectUri = authorized.redirectUri();
        row.nonce = authorized.nonce().orElse(null);
        row.codeChallenge = authorized.codeChallenge().orElse(null);
        row.acr = authorized.acr();
        row.authenticatedAt = authorized.session().authenticatedAt();
        row.createdAt = now;
        row.codeHash = code.hash();
        row.codeExpiresAt = now.plus(CODE);
        row.expiresAt = row.codeExpiresAt;
        entities.persist(row);
        audit.record("grant.authorize", "ok", row.accountId, row.wallet, row.clientId);
        return Optional.of(code);
    }

    /**
     * Redeems a code, once (RFC 6749 section 4.1.3). A client that uses its own code in a wrong way has used it up; a client that was not given the code
     * leaves it as it is, so that nobody can spoil another's. Whoever presents a code that was used before revokes what the first use gave
     * (RFC 9700 section 4.5).
     *
     * @param client the client, authenticated as far as it can be
     * @param redirectUri the {@code redirect_uri} of the token request
     * @param verifier its {@code code_verifier}
     * @return empty where the code is not valid ({@code invalid_grant}), whatever is wrong with it
     */
    public Optional<Redeemed> redeem(Secret code, Client client, String redirectUri, Optional<String> verifier) {
        Optional<GrantRow> found = find("codeHash", code.hash());
        if (found.isEmpty()) return Optional.empty();
        GrantRow row = found.get();
        Instant now = clock.instant();
        if (row.codeUsedAt != null) {
            reused(row, now);
            return Optional.empty();
        }
        if (!row.clientId.equals(client.id())) return Optional.empty();
        if (row.revokedAt != null || !now.isBefore(row.codeExpiresAt)) return Optional.empty();
        boolean right = row.redirectUri.equals(redirectUri)
                && ProofKey.holds(Optional.ofNullable(row.codeChallenge), verifier)
                && (row.codeChallenge != null || !client.proofKeyRequired());
        if (!right) {
            spoil(row, now);
            return Optional.empty();
        }
        RefreshToken refresh = new RefreshToken(randomness.secret(), randomness.secret());
        // Whoever ends the session knows either that this code is used, and tells the client, or takes it back.
        if (!sessions.hold(row.sessionId)) return Optional.empty();
        int used = entities.createQuery("update GrantRow g set g.codeUsedAt = :now, g.familyHash = :family,"
                        + " g.refreshHash = :changing, g.refreshedAt = :now, g.expiresAt = :end"
                        + " where g.id = :id and g.codeUsedAt is null and g.revokedAt is null")
                .setParameter("now", now)
                .setParameter("family", refresh.family().hash())
                .setParameter("changing", refresh.changing().hash())
                .setParameter("end", lifetimes.end(client, row.createdAt, now))
                .setParameter("id", row.id)
                .executeUpdate();
        if (used == 0) {
            reused(row, now);
            return Optional.empty();
        }
        audit.record("grant.redeem", "ok", row.accountId, row.wallet, row.clientId);
        return Optional.of(new Redeemed(row.view().within(client), refresh));
    }

    private void spoil(GrantRow row, Instant now) {
        int spoilt = entities.createQuery("update GrantRow g set g.codeUsedAt = :now, g.revokedAt = :now"
                        + " where g.id = :id and g.codeUsedAt is null and g.revokedAt is null")
                .setParameter("now", now)
                .setParameter("id", row.id)
                .executeUpdate();
        if (spoilt == 0) reused(row, now);
        else audit.record("grant.redeem", "invalid-grant", row.accountId, row.wallet, row.clientId);
    }

    /** A code or a refresh token came a second time: one of the two who have it is a thief, and nobody knows which. */
    private void reused(GrantRow row, Instant now) {
        int revoked = revoke("g.id = :id and g.codeUsedAt is not null", Map.of("id", row.id), now);
        // Once: who holds an old token could fill the trail with it.
        if (revoked == 1) audit.record("grant.reuse", "revoked", row.accountId, row.wallet, row.clientId);
    }

    /**
     * The grant of this refresh token, if the token can be exchanged now. A token of the family that was exchanged before revokes the grant
     * (RFC 9700 section 4.14.2); a client that was not given it changes nothing.
     *
     * @return empty where the token is not valid ({@code invalid_grant})
     */
    public Optional<Grant> refreshable(RefreshToken token, Client client) {
        Optional<GrantRow> found = find("familyHash", token.family().hash())
                .filter(row -> row.clientId.equals(client.id()) && row.revokedAt == null);
        if (found.isPresent() && !current(found.get(), token)) {
            reused(found.get(), clock.instant());
            return Optional.empty();
        }
        return found.filter(row -> lives(row, client)).map(row -> row.view().within(client));
    }

    /**
     * Exchanges a refresh token for the next of its family, once.
     *
     * @param grant what {@link #refreshable} gave for the token; nothing is held between the two
     * @return empty where another exchange was faster: the grant is revoked then
     */
    public Optional<RefreshToken> rotate(Grant grant, RefreshToken token, Client client) {
        Instant now = clock.instant();
        RefreshToken next = new RefreshToken(token.family(), randomness.secret());
        int rotated = entities.createQuery("update GrantRow g set g.refreshHash = :next, g.refreshedAt = :now,"
                        + " g.expiresAt = :end where g.id = :id and g.refreshHash = :changing and g.revokedAt is null")
                .setParameter("next", next.changing().hash())
                .setParameter("now", now)
                .setParameter("end", lifetimes.end(client, grant.createdAt(), now))
                .setParameter("id", grant.id())
                .setParameter("changing", token.changing().hash())
                .executeUpdate();
        String wallet = grant.wallet().toString();
        if (rotated == 1) {
            audit.record("grant.refresh", "ok", grant.account(), wallet, grant.client());
            return Optional.of(next);
        }
        if (revoke("g.id = :id", Map.of("id", grant.id()), now) == 1) {
            audit.record("grant.reuse", "revoked", grant.account(), wallet, grant.client());
        }
        return Optional.empty();
    }

    /** The grant of this refresh token, if the token is the last of its family and valid; changes nothing. */
    public Optional<Grant> valid(RefreshToken token, Client client) {
        return find("familyHash", token.family().hash())
                .filter(row -> row.clientId.equals(client.id()) && row.revokedAt == null && current(row, token))
                .filter(row -> lives(row, client))
                .map(row -> row.view().within(client));
    }

    /** The grant that this refresh token belongs to, whether or not the token is valid. */
    public Optional<Grant> of(RefreshToken token) {
        return find("familyHash", token.family().hash()).map(GrantRow::view);
    }

    /**
     * The grant that an access token came of, if it was not revoked.
     *
     * @param claims the claims of a valid token
     */
    public Optional<Grant> ofToken(Map<String, Object> claims) {
        return claims.get(Claims.GRANT) instanceof String id ? unrevoked(id) : Optional.empty();
    }

    /** The grant of this id, if it was not revoked. */
    public Optional<Grant> unrevoked(String id) {
        return find("id", id).filter(row -> row.revokedAt == null).map(GrantRow::view);
    }

    private static boolean current(GrantRow row, RefreshToken token) {
        return token.changing().hash().equals(row.refreshHash);
    }

    private boolean lives(GrantRow row, Client client) {
        Instant given = row.refreshedAt;
        return given != null
                && clock.instant().isBefore(lifetimes.refreshEnd(client, row.createdAt, given))
                && (row.view().within(client).offline()
                        ? accounts.open(row.accountId)
                        : sessions.live(row.sessionId).isPresent());
    }

    private Optional<GrantRow> find(String attribute, String value) {
        return entities.createQuery("select g from GrantRow g where g." + attribute + " = :value", GrantRow.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    /** Revokes a grant with all that came of it. */
    public void revoke(Grant grant) {
        if (revoke("g.id = :id", Map.of("id", grant.id()), clock.instant()) == 1) {
            audit.record("grant.revoke", "ok", grant.account(), grant.wallet().toString(), grant.client());
        }
    }

    /** A wallet that its account has no more takes with it all that was given by sessions of it. */
    void end(@Observes WalletRemoved removed) {
        String wallet = removed.wallet().toString();
        revoke(
                "g.accountId = :account and g.wallet = :wallet",
                Map.of("account", removed.account(), "wallet", wallet),
                clock.instant());
        audit.record("grant.revoke", "ok", removed.account(), wallet);
    }

    /**
     * Revokes all that this account gave to a client, in whatever session.
     *
     * @return whether there was anything to revoke
     */
    public boolean revokeOfClient(String account, String client) {
        int revoked = revoke(
                "g.accountId = :account and g.clientId = :client",
                Map.of("account", account, "client", client),
                clock.instant());
        if (revoked > 0) audit.record("grant.revoke", "ok", account, null, client);
        return revoked > 0;
    }

    /** What this account gave to clients, as far as something of it may still be valid. */
    public List<Grant> ofAccount(String account) {
        return entities.createQuery(
                        "select g from GrantRow g where g.accountId = :account and g.revokedAt is null and g.expiresAt > :now",
                        GrantRow.class)
                .setParameter("account", account)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(GrantRow::view)
                .toList();
    }

    /** When each of these clients was last given something, as far as it is still known, by id. */
    public Map<String, Instant> newest(Collection<String> clients) {
        Map<String, Instant> newest = new HashMap<>();
        // One after the other, as each is the first row of an index.
        for (String client : clients) {
            entities.createQuery(
                            "select g.createdAt from GrantRow g where g.clientId = :client order by g.createdAt desc",
                            Instant.class)
                    .setParameter("client", client)
                    .setMaxResults(1)
                    .getResultStream()
                    .forEach(at -> newest.put(client, at));
        }
        return newest;
    }

    private int revoke(String which, Map<String, String> values, Instant now) {
        Query update =
                entities.createQuery("update GrantRow g set g.revokedAt = :now where g.revokedAt is null and " + which);
        update.setParameter("now", now);
        values.forEach(update::setParameter);
        return update.executeUpdate();
    }

    /** The clients that this session gave something to that was redeemed, by id. */
    public List<String> clients(String session) {
        return entities.createQuery(
                        "select distinct g.clientId from GrantRow g where g.sessionId = :session and g.codeUsedAt is not null",
                        String.class)
                .setParameter("session", session)
                .getResultList();
    }

    /**
     * A session that ends takes with it all that it gave, but for what was given to outlive it and has arrived. Before anyone else hears of the end: this waits for a code that
     * is redeemed in this moment, so that whoever asks next which clients the session gave something to is told of that one too.
     */
    void end(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) SessionEnded ended) {
        revoke(
                "g.sessionId = :session and (g.scope not like :offline or g.codeUsedAt is null)",
                Map.of("session", ended.session(), "offline", "%" + Client.OFFLINE_ACCESS + "%"),
                clock.instant());
    }

    /** What a session gave that was signed in by mistake is taken back, all of it. */
    void end(@Observes SessionDisowned disowned) {
        revoke("g.sessionId = :session", Map.of("session", disowned.session()), clock.instant());
    }

    /** A client that is registered no more is shown nothing of anyone. */
    void end(@Observes ClientRemoved removed) {
        revoke("g.clientId = :client", Map.of("client", removed.client()), clock.instant());
    }

    /** A person who is signed out everywhere leaves nothing behind. */
    void end(@Observes AccountSignedOut signedOut) {
        revoke("g.accountId = :account", Map.of("account", signedOut.account()), clock.instant());
    }
}

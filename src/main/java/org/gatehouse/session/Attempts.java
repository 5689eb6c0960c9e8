package org.gatehouse.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.gatehouse.vault.Digests;
import org.gatehouse.vault.Secret;
import org.gatehouse.wallet.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in attempts. One that our page began is bound to its browser by a secret in a cookie; the wallet's token and the public id follow
 * from that secret. One whose token the caller made belongs to no browser, and never becomes a session.
 */
@Dependent
@Transactional
public class Attempts {
    private static final String OPEN = " and a.provenAt is null and a.endedAt is null and a.expiresAt > :now";
    private static final int ID_LENGTH = 32;

    private final EntityManager entities;
    private final Clock clock;
    private final SessionSettings settings;

    @Inject
    Attempts(EntityManager entities, Clock clock, SessionSettings settings) {
        this.entities = entities;
        this.clock = clock;
        this.settings = settings;
    }

    /** The public id of the attempt that this browser secret began. */
    static String id(Secret browser) {
        return HexFormat.of().formatHex(browser.derive("attempt id"), 0, ID_LENGTH / 2);
    }

    /**
     * Begins an attempt in a browser.
     *
     * @param browser a new secret, which the caller puts into the browser's cookie
     * @param goOn where the browser goes when it is signed in
     */
    public Attempt begin(Secret browser, LocalPath goOn) {
        return begin(browser, goOn, AttemptPurpose.SIGN_IN, null);
    }

    /**
     * Begins an attempt that a page of an application has the proof for.
     *
     * @param browser a new secret, which nobody else learns
     * @param goOn where the browser goes when it is signed in
     */
    public Attempt beginArrival(Secret browser, LocalPath goOn) {
        return begin(browser, goOn, AttemptPurpose.ARRIVE, null);
    }

    /**
     * Begins an attempt for the session that the browser has. Only this session can finish it.
     *
     * @param browser a new secret, which the caller puts into the browser's cookie
     * @param goOn where the browser goes afterwards
     * @param purpose {@link AttemptPurpose#CONFIRM} or {@link AttemptPurpose#LINK}
     */
    public Attempt beginFor(Session session, Secret browser, LocalPath goOn, AttemptPurpose purpose) {
        return begin(browser, goOn, purpose, session.id());
    }

    private Attempt begin(Secret browser, LocalPath goOn, AttemptPurpose purpose, @Nullable String session) {
        WalletToken token = WalletToken.of(browser);
        AttemptRow row = row(id(browser), token, settings.attempt());
        row.purpose = purpose;
        row.forSession = session;
        row.browserHash = browser.hash();
        row.goOn = goOn.text();
        entities.persist(row);
        return view(row, token);
    }

    /** The attempt that this browser began; empty where there is none (any more). */
    public Optional<Attempt> find(Secret browser) {
        return Optional.ofNullable(entities.find(AttemptRow.class, id(browser)))
                .map(row -> view(row, WalletToken.of(browser)));
    }

    /** Where the attempt of this token stands; empty where there is none. */
    public Optional<AttemptState> state(WalletToken token) {
        return byToken(token).map(row -> row.state(clock.instant()));
    }

    /** Begins an attempt whose token the caller made, for so long. The token must not have an attempt yet. */
    public void beginElsewhere(WalletToken token, Duration lifetime) {
        entities.persist(row(Digests.sha256("elsewhere " + token.text()).substring(0, ID_LENGTH), token, lifetime));
    }

    /**
     * Proves an attempt, once. The caller has seen this wallet's signature over a challenge of this token.
     *
     * @return whether this call did it; false where the attempt was proven, ended or expired before
     */
    public boolean prove(WalletToken token, AccountId wallet) {
        return prove(token, wallet, clock.instant());
    }

    /**
     * The same where the wallet signed something else than a challenge of this token, and earlier: for sign-ins that begin at the wallet.
     *
     * @param signedAt when it signed; a session that comes of the attempt was authenticated then
     */
    public boolean prove(WalletToken token, AccountId wallet, Instant signedAt) {
        return proven("", token, wallet, signedAt);
    }

    /** The same where others than our own page may have had the proof: the session that comes of it is one of {@link Session#handedOver}. */
    public boolean proveArrival(WalletToken token, AccountId wallet, Instant signedAt) {
        return proven("a.purpose = org.gatehouse.session.AttemptPurpose.ARRIVE, ", token, wallet, signedAt);
    }

    private boolean proven(String changes, WalletToken token, AccountId wallet, Instant signedAt) {
        return entities.createQuery("update AttemptRow a set " + changes
                                + "a.provenAt = :signed, a.wallet = :wallet, a.refusal = null where a.tokenHash = :token"
                                + OPEN)
                        .setParameter("signed", signedAt)
                        .setParameter("wallet", wallet.toString())
                        .setParameter("token", token.hash())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** Notes why the wallet's try failed, so that the page can tell the person. */
    public void refuse(WalletToken token, String slug) {
        entities.createQuery("update AttemptRow a set a.refusal = :slug where a.tokenHash = :token" + OPEN)
                .setParameter("slug", slug)
                .setParameter("token", token.hash())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The wallet that has proven an attempt whose token the caller made; empty for every other attempt, our pages' own included. */
    public Optional<AccountId> provenElsewhere(WalletToken token) {
        return byToken(token)
                .filter(row -> row.browserHash == null && row.state(clock.instant()) == AttemptState.PROVEN)
                .flatMap(AttemptRow::provenWallet);
    }

    /** Ends a proven attempt whose token the caller made; false where there is none. */
    public boolean endElsewhere(WalletToken token) {
        return entities.createQuery(
                                "update AttemptRow a set a.endedAt = :now where a.tokenHash = :token and a.browserHash is null and a.provenAt is not null and a.endedAt is null and a.expiresAt > :now")
                        .setParameter("token", token.hash())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** Ends the attempt of this browser: the person gave it up. */
    public void end(Secret browser) {
        end(id(browser));
    }

    /**
     * Ends an attempt by its public id.
     *
     * @return whether there was something to end
     */
    boolean end(String id) {
        return entities.createQuery("update AttemptRow a set a.endedAt = :now where a.id = :id and a.endedAt is null")
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private AttemptRow row(String id, WalletToken token, Duration lifetime) {
        Instant now = clock.instant();
        AttemptRow row = new AttemptRow();
        row.id = id;
        row.tokenHash = token.hash();
        row.createdAt = now;
        row.expiresAt = now.plus(lifetime);
        return row;
    }

    private Optional<AttemptRow> byToken(WalletToken token) {
        return entities.createQuery("select a from AttemptRow a where a.tokenHash = :token", AttemptRow.class)
                .setParameter("token", token.hash())
                .getResultStream()
                .findFirst();
    }

    private Attempt view(AttemptRow row, WalletToken token) {
        return new Attempt(
                row.id,
                token,
                row.state(clock.instant()),
                row.createdAt,
                row.expiresAt,
                row.provenWallet(),
                Optional.ofNullable(row.refusal),
                row.purpose,
                new LocalPath(row.goOn));
    }
}

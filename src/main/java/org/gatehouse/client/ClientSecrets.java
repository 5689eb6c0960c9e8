package org.gatehouse.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gatehouse.database.Conflict;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.Secret;
import org.gatehouse.vault.SlowHash;
import org.jspecify.annotations.Nullable;

/**
 * The secrets by which clients prove themselves. They are stored as slow hashes, so that this node remembers for a while which ones it has verified, and
 * computes few at once: a secret that is wrong must not be a cheap way to keep it busy.
 */
public final class ClientSecrets {
    /** The longest secret: those that are longer are wrong without a computation. */
    static final int LONGEST = 200;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 2_000;

    private final SecretStore store;
    private final SlowHash slowHash;
    private final Randomness randomness;
    private final Clock clock;

    /** Makes the keys of what is remembered: who reads this process's memory later finds no secret in them. */
    private final Secret keyOfThisProcess;

    private final Semaphore computations = new Semaphore(AT_ONCE, true);
    private final Cache<String, List<ClientSecretRow>> live;
    /** The hash that was verified, by client and secret. */
    private final Cache<ByteBuffer, String> verified;

    ClientSecrets(SecretStore store, SlowHash slowHash, Randomness randomness, Clock clock) {
        this.store = store;
        this.slowHash = slowHash;
        this.randomness = randomness;
        this.clock = clock;
        this.keyOfThisProcess = randomness.secret();
        this.live = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Clients.FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Whether this is a live secret of the client. A change of its secrets on this node holds at once, one on another node some seconds later. Not in a
     * transaction: it may wait.
     *
     * @param secret what the client showed
     * @return false too where the client does not prove itself by a secret
     * @throws Busy if this node is busy with other secrets; the caller answers 503
     */
    public boolean verify(Client client, String secret) {
        if (!client.authentication().bySecret() || secret.isEmpty() || secret.length() > LONGEST) return false;
        Instant now = clock.instant();
        List<String> hashes = live.get(client.id(), store::live).stream()
                .filter(row -> row.live(now))
                .map(row -> row.hash)
                .toList();
        if (hashes.isEmpty()) return false;
        // An id has no blank in it: no two pairs are one text.
        ByteBuffer pair = ByteBuffer.wrap(keyOfThisProcess.derive(client.id() + " " + secret));
        String known = verified.getIfPresent(pair);
        if (known != null && hashes.contains(known)) return true;
        String found = search(secret, hashes);
        if (found != null) verified.put(pair, found);
        return found != null;
    }

    private @Nullable String search(String secret, List<String> hashes) {
        if (!acquired()) throw new Busy();
        try {
            return hashes.stream()
                    .filter(hash -> slowHash.verify(secret, hash))
                    .findFirst()
                    .orElse(null);
        } finally {
            computations.release();
        }
    }

    private boolean acquired() {
        try {
            return computations.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A new secret with its hash, to be stored by {@link SecretStore#issue}: made apart, as no transaction should wait for a slow hash. */
    Issued create() {
        Secret secret = randomness.secret();
        return new Issued(secret, slowHash.hash(secret.text()));
    }

    /**
     * Makes a new secret for a client; the earlier ones expire.
     *
     * @param overlap how long the earlier ones are taken besides
     * @param by the account that asked for it
     * @return empty where there is no such client. Not in a transaction
     */
    Optional<Secret> issue(String client, Duration overlap, String by) {
        Issued issued = create();
        boolean added = Conflict.again(() -> store.issue(client, issued.hash(), overlap, by));
        forget(client);
        return added ? Optional.of(issued.secret()) : Optional.empty();
    }

    /** Reads the secrets of this client anew at the next use: they were changed here. Called after the transaction that changed them. */
    void forget(String client) {
        live.invalidate(client);
    }

    /**
     * A new secret.
     *
     * @param secret what the client is shown, once
     * @param hash what is stored
     */
    record Issued(Secret secret, String hash) {}

    /** This node computes as many slow hashes as it may at once. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many secrets are being verified at once");
        }
    }
}

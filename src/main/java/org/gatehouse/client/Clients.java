package org.gatehouse.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The registered applications, by {@code client_id}. What was read is kept on this node for {@link #FRESH}: a change on this node is seen here at once, one on
 * another node that much later.
 */
public final class Clients {
    /** The {@code client_id} of Gatehouse's own API. */
    public static final String OWN = "gatehouse";

    /** How old an answer can be on a node that another than itself made a change. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST = 2_000;

    private final Client own;
    private final Function<String, Optional<Client>> stored;
    private final Cache<String, Optional<Client>> kept;

    /**
     * @param own the client that is built in
     * @param stored finds the others by id
     */
    Clients(Client own, Function<String, Optional<Client>> stored, Clock clock) {
        this.own = own;
        this.stored = stored;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** The client of this id that may act now; empty where none is registered, and where it is disabled. */
    public Optional<Client> find(String id) {
        return registered(id).filter(Client::enabled);
    }

    /** The client of this id, disabled or not: for those who show or change it, and for nothing that a client does. */
    public Optional<Client> registered(String id) {
        if (id.equals(OWN)) return Optional.of(own);
        // What cannot be an id is not asked for: PostgreSQL does not take every text.
        return ClientReader.isId(id) ? kept.get(id, stored) : Optional.empty();
    }

    /** Reads this client anew at the next use: it was changed here. Called after the transaction that changed it. */
    void forget(String id) {
        kept.invalidate(id);
    }
}

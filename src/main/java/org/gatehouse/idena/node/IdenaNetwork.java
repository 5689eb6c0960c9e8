package org.gatehouse.idena.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.NetworkHealth;
import org.gatehouse.account.Standing;
import org.gatehouse.account.WalletNetwork;
import org.gatehouse.remote.Deadline;
import org.gatehouse.remote.Guard;
import org.gatehouse.remote.JsonHttp;
import org.gatehouse.remote.NoAnswer;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;

/**
 * What Idena says of a person. Facts: {@code state}, {@code age} (epochs), {@code stake} (iDNA, a decimal number as text),
 * {@code epoch}; a fact that could not be learnt is left out, and without the state the person is unknown.
 *
 * <p>A state is kept for a short time only and never across a validation ceremony, since invitations, activations and terminations change
 * it between ceremonies as well (idena-go, {@code blockchain/blockchain.go}).
 */
final class IdenaNetwork implements WalletNetwork, AutoCloseable {
    static final String CHAIN = "idena:mainnet";
    static final String NAME = "idena";
    static final String THREADS = "gatehouse-idena";
    /** How long "unknown" is kept: so that an outage does not make everyone wait, and nobody is unknown for long. */
    static final Duration UNKNOWN_KEPT = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(IdenaNetwork.class.getName());
    private static final long MOST_KEPT = 100_000;
    private static final int CALLS_AT_ONCE = 16;
    private static final String MEANWHILE = "Until this is over, people sign in without their Idena state.";
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final JsonHttp http;
    private final IdentitySource source;
    private final EpochWatch epochs;
    private final Guard guard;
    private final SharedCalls<Address, Standing> standings;
    private final Clock clock;
    private final Duration timeout;
    private final Duration stateCache;
    private final String asked;
    private volatile @Nullable Instant answeredAt;
    private volatile @Nullable Instant failedAt;

    private IdenaNetwork(NodeSettings settings, JsonHttp http, IdentitySource source, Guard guard, Clock clock) {
        this.http = http;
        this.source = source;
        this.guard = guard;
        this.clock = clock;
        epochs = new EpochWatch(source, clock);
        standings = new SharedCalls<>(clock, MOST_KEPT);
        timeout = settings.timeout();
        stateCache = settings.stateCache();
        asked = settings.source().name().toLowerCase(Locale.ROOT);
    }

    /** Idena, asked as the settings say. */
    static IdenaNetwork of(NodeSettings settings, Clock clock) {
        return of(settings, guard(CALLS_AT_ONCE, PAUSE, settings.timeout()), clock);
    }

    static IdenaNetwork of(NodeSettings settings, Guard guard, Clock clock) {
        JsonHttp http = http(settings.timeout());
        IdentitySource source = settings.source() == NodeSettings.Source.NODE
                ? new NodeClient(http, settings.nodeUrl(), settings.nodeKey())
                : new ApiClient(http, settings.apiUrl());
        return new IdenaNetwork(settings, http, source, guard, clock);
    }

    static Guard guard(int atOnce, Duration pause, Duration budget) {
        return new Guard("Idena", MEANWHILE, atOnce, pause, budget);
    }

    static JsonHttp http(Duration connectTimeout) {
        return new JsonHttp(THREADS, connectTimeout);
    }

    @Override
    public String chain() {
        return CHAIN;
    }

    @Override
    public Standing standing(Address address) {
        Deadline deadline = Deadline.in(timeout);
        return standings.get(address, deadline, () -> ask(address, deadline)).orElse(Standing.unknown(NAME));
    }

    @Override
    public Optional<Instant> nextCeremony() {
        return epochs.epoch(Deadline.in(timeout)).map(Epoch::nextValidation).filter(clock.instant()::isBefore);
    }

    @Override
    public Optional<NetworkHealth> health() {
        return Optional.of(new NetworkHealth(asked, Optional.ofNullable(answeredAt), Optional.ofNullable(failedAt)));
    }

    private SharedCalls.Kept<Standing> ask(Address address, Deadline deadline) {
        try {
            SharedCalls.Kept<Standing> answer = guard.call(() -> lookUp(address, deadline));
            answeredAt = clock.instant();
            return answer;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "the state of " + address + " is unknown: " + e);
            boolean asked = !(e instanceof NoAnswer none) || none.kind() != NoAnswer.Kind.NOT_ASKED;
            Instant now = clock.instant();
            failedAt = now;
            return new SharedCalls.Kept<>(Standing.unknown(NAME), asked ? now.plus(UNKNOWN_KEPT) : now);
        }
    }

    /** The epoch comes first: a state of before the ceremony must not be kept by the calendar of after it. It may take half of the time. */
    private SharedCalls.Kept<Standing> lookUp(Address address, Deadline deadline) {
        Optional<Epoch> epoch = epochs.epoch(deadline.half());
        Identity identity = source.identity(address, deadline);
        return new SharedCalls.Kept<>(standing(identity, epoch), keepUntil(epoch));
    }

    private Instant keepUntil(Optional<Epoch> epoch) {
        Instant now = clock.instant();
        Instant longest = now.plus(stateCache);
        // Without the epoch, the ceremony may be on.
        Instant shortly = now.plus(UNKNOWN_KEPT);
        return epoch.map(known -> known.keepUntil(now, longest)).orElse(shortly.isBefore(longest) ? shortly : longest);
    }

    private static Standing standing(Identity identity, Optional<Epoch> epoch) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("state", identity.state().idenaName());
        identity.age().ifPresent(age -> facts.put("age", age));
        identity.stake().ifPresent(stake -> facts.put("stake", stake));
        epoch.ifPresent(known -> facts.put("epoch", known.number()));
        return new Standing(NAME, true, facts);
    }

    /** Ends the threads of the client. */
    @Override
    public void close() {
        http.close();
    }
}

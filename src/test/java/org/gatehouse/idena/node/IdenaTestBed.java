package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.account.Standing;
import org.gatehouse.idena.node.NodeSettings.Source;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.AfterEach;

/** A network of Idena to ask, a clock to move, and the settings of most tests. */
abstract class IdenaTestBed {
    static final Address ALICE = Address.parse("0xd2a5e6b1cafe0000000000000000000000000001");
    static final Address BOB = Address.parse("0xd2a5e6b1cafe0000000000000000000000000002");
    static final Duration STATE_CACHE = Duration.ofMinutes(10);
    static final Duration LONG = Duration.ofSeconds(20);
    static final Duration SHORT = Duration.ofMillis(300);
    static final String KEY = "the-key-that-nobody-may-read";

    final TestClock clock = new TestClock(Instant.parse("2026-11-20T12:00:00Z"));
    final FakeIdena idena = FakeIdena.start(0);
    private final List<IdenaNetwork> opened = new ArrayList<>();

    /** Idena asked through this source by someone with much patience. */
    IdenaNetwork network(Source source) {
        return network(source, LONG);
    }

    IdenaNetwork network(Source source, Duration timeout) {
        return opened(IdenaNetwork.of(settings(source, timeout, STATE_CACHE), clock));
    }

    IdenaNetwork opened(IdenaNetwork network) {
        opened.add(network);
        return network;
    }

    NodeSettings settings(Source source, Duration timeout, Duration stateCache) {
        return new NodeSettings(source, idena.url(), Optional.empty(), idena.apiUrl(), timeout, stateCache);
    }

    @AfterEach
    void end() {
        opened.forEach(IdenaNetwork::close);
        idena.close();
    }

    static void assertState(String state, Standing standing) {
        assertEquals(state, standing.facts().get("state"), standing::toString);
    }

    static void assertUnknown(Standing standing) {
        assertEquals(new Standing("idena", false, Map.of()), standing);
    }
}

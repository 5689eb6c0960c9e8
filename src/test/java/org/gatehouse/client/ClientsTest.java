package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.token.MovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Map<String, Client> stored = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Clients clients = new Clients(ClientTestBed.own(), this::read, clock);

    private Optional<Client> read(String id) {
        asked.add(id);
        return Optional.ofNullable(stored.get(id));
    }

    private void store(String entry) {
        Client client = ClientTestBed.client(entry);
        stored.put(client.id(), client);
    }

    @Test
    void aClientIsFoundByItsId() {
        store("{}");
        assertEquals(Optional.ofNullable(stored.get("app")), clients.find("app"));
        assertEquals(Optional.empty(), clients.find("App"));
    }

    @Test
    void aDisabledClientIsFoundByThoseAloneWhoShowIt() {
        store("{'enabled':false}");
        assertEquals(Optional.empty(), clients.find("app"));
        assertEquals(Optional.ofNullable(stored.get("app")), clients.registered("app"));
    }

    @Test
    void theBuiltInOneIsAlwaysThere() {
        assertEquals(Optional.of(ClientTestBed.own()), clients.find("gatehouse"));
        assertEquals(List.of(), asked);
    }

    @Test
    void whatWasReadIsKeptForFiveSecondsWhetherItIsThereOrNot() {
        clients.find("app");
        store("{}");
        assertEquals(Optional.empty(), clients.find("app"));
        clock.move(Duration.ofSeconds(5));
        assertEquals(Optional.ofNullable(stored.get("app")), clients.find("app"));
        stored.clear();
        assertEquals(true, clients.find("app").isPresent());
        clock.move(Duration.ofSeconds(5));
        assertEquals(Optional.empty(), clients.find("app"));
        assertEquals(3, asked.size());
    }

    @Test
    void aChangeHereIsSeenAtOnce() {
        clients.find("app");
        store("{}");
        clients.forget("app");
        assertEquals(true, clients.find("app").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\0", "a/b", "\u00e9"})
    void whatCannotBeAnIdIsNotAskedFor(String id) {
        assertEquals(Optional.empty(), clients.find(id));
        assertEquals(List.of(), asked);
    }
}

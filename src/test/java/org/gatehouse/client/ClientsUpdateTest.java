package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.ClientsFile.FileEntry;
import org.gatehouse.database.Conflict;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SlowHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsUpdateTest {
    private static final String SECRET = "a secret of some length".replace(' ', '-');

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final ClientStore clients = ClientTestBed.store(database.entities(), clock);
    private final SecretStore secrets = ClientTestBed.secretStore(database.entities(), clock);
    private final SlowHash slowHash = new SlowHash(new Randomness());
    private final ClientsUpdate update = update(database.entities());

    private ClientsUpdate update(EntityManager entities) {
        Clock time = clock;
        return new ClientsUpdate(
                ClientTestBed.store(entities, time),
                ClientTestBed.secretStore(entities, time),
                slowHash,
                ClientTestBed.check());
    }

    private void apply(FileEntry... entries) {
        database.inTransaction(() -> update.apply(Arrays.asList(entries)));
    }

    private static FileEntry entry(String json) {
        return entry(json, Optional.empty());
    }

    private static FileEntry entry(String json, Optional<String> secret) {
        return new FileEntry("app", json(json), secret);
    }

    private static JsonObject json(String members) {
        return ClientTestBed.entry(members);
    }

    private void byApi(String json) {
        database.inTransaction(() -> {
            StoredClient stored = clients.find("app").orElseThrow();
            assertTrue(clients.change(stored, json(json), stored.fromFile(), "admin"));
        });
    }

    private StoredClient stored() {
        return database.inTransaction(() -> clients.find("app").orElseThrow());
    }

    @Test
    void aNewEntryIsRegistered() {
        apply(entry("{'name':'The portal'}"));
        StoredClient stored = stored();
        assertEquals(json("{'name':'The portal'}"), stored.definition());
        assertEquals(Optional.of(stored.definition()), stored.fromFile());
        assertEquals(1, stored.version());
        assertEquals(List.of("client.create"), database.texts("select e.action from AuditRow e"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        apply(entry("{'name':'The portal'}", Optional.of(SECRET)));
        String hash = hash();
        apply(entry("{'name':'The portal'}", Optional.of(SECRET)));
        assertEquals(1, stored().version());
        assertEquals(hash, hash());
        assertEquals(2, database.count("AuditRow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // before, then by the API, then in the file; what comes of it
                "{}           | {}           | {'name':'f'} | {'name':'f'}",
                "{'name':'b'} | {'name':'b'} | {'name':'f'} | {'name':'f'}",
                "{'name':'b'} | {'name':'b'} | {}           | {}",
                "{'name':'b'} | {'name':'a'} | {'name':'b'} | {'name':'a'}",
                "{'name':'b'} | {'name':'a'} | {'name':'f'} | {'name':'a'}",
                "{'name':'b'} | {'name':'a'} | {'name':'a'} | {'name':'a'}",
                "{'name':'b'} | {'name':'a'} | {}           | {'name':'a'}",
                "{'name':'b'} | {}           | {'name':'f'} | {}",
                "{'name':'b'} | {}           | {'name':'b'} | {}",
                "{}           | {'name':'a'} | {'typ':'JWT'}| {'name':'a','typ':'JWT'}",
                "{'typ':'JWT'}| {'typ':'JWT','name':'a'} | {'typ':'at+jwt'} | {'typ':'at+jwt','name':'a'}",
                "{'name':'b'} | {'name':'a'} | {'name':'f','typ':'JWT'} | {'name':'a','typ':'JWT'}",
            })
    void aMemberThatTheFileChangedIsTakenUnlessTheApiChangedIt(
            String before, String byApi, String inFile, String after) {
        apply(entry(before));
        if (!before.equals(byApi)) byApi(byApi);
        apply(entry(inFile));
        assertEquals(json(after), stored().definition());
        assertEquals(Optional.of(json(inFile)), stored().fromFile());
        int version = stored().version();
        apply(entry(inFile));
        assertEquals(json(after), stored().definition(), "the second time as the first");
        assertEquals(version, stored().version());
    }

    @Test
    void aClientOfTheApiThatAppearsInTheFileKeepsWhatTheApiSaid() {
        database.inTransaction(() -> clients.add("app", json("{'name':'a'}"), Optional.empty(), "admin"));
        apply(entry("{'name':'f','typ':'at+jwt'}"));
        assertEquals(json("{'name':'a','typ':'at+jwt'}"), stored().definition());
    }

    @Test
    void whatWouldNotGoTogetherIsLeftAsItIs() {
        apply(entry("{'token_endpoint_auth_method':'none'}"));
        byApi("{'token_endpoint_auth_method':'client_secret_post','pkce':'optional'}");
        apply(entry("{'token_endpoint_auth_method':'none','pkce':'required'}"));
        assertEquals(
                json("{'token_endpoint_auth_method':'client_secret_post','pkce':'optional'}"), stored().definition());
        byApi("{'token_endpoint_auth_method':'private_key_jwt','jwks_uri':'https://a.example/jwks'}");
        apply(entry("{'token_endpoint_auth_method':'none','jwks':{'keys':[]}}"));
        assertEquals(
                "https://a.example/jwks", stored().definition().getString("jwks_uri"), "no entry that cannot be read");
    }

    @Test
    void anEntryThatVanishedIsDisabledAndOneThatComesBackIsEnabled() {
        apply(entry("{}"));
        apply();
        assertEquals(json("{'enabled':false}"), stored().definition());
        int version = stored().version();
        apply();
        assertEquals(version, stored().version(), "once");
        apply(entry("{}"));
        assertEquals(json("{}"), stored().definition());
    }

    @Test
    void anEntryThatVanishedAfterTheApiChangedItStays() {
        apply(entry("{}"));
        byApi("{'name':'a'}");
        apply();
        assertEquals(json("{'name':'a'}"), stored().definition());
        assertEquals(Optional.empty(), stored().fromFile());
        apply(entry("{'name':'f','typ':'at+jwt'}"));
        assertEquals(json("{'name':'a','typ':'at+jwt'}"), stored().definition(), "back in the file");
    }

    @Test
    void aClientThatTheApiEnabledAgainStaysEnabled() {
        apply(entry("{}"));
        apply();
        byApi("{}");
        apply();
        assertEquals(json("{}"), stored().definition());
    }

    @Test
    void aClientThatTheFileNeverHadIsLeftAlone() {
        database.inTransaction(() -> clients.add("app", json("{}"), Optional.empty(), "admin"));
        apply();
        assertEquals(1, stored().version());
    }

    @Test
    void ofTwoNodesThatStartAtOnceOneWinsAndTheOtherSeesNoChange() {
        EntityManager node = database.anotherNode();
        ClientsUpdate other = update(node);
        apply(entry("{'name':'f'}", Optional.of(SECRET)));
        Conflict.again(() -> TestDatabase.inTransaction(node, () -> {
            other.apply(List.of(entry("{'name':'f'}", Optional.of(SECRET))));
            return true;
        }));
        assertEquals(1, stored().version());
        assertEquals(1, database.count("ClientSecretRow"));
    }

    @Test
    void aChangeOfAnOldVersionIsNone() {
        apply(entry("{}"));
        StoredClient old = stored();
        byApi("{'name':'a'}");
        assertFalse(database.inTransaction(() -> clients.change(old, json("{'name':'b'}"), Optional.empty(), "admin")));
        assertFalse(database.inTransaction(() -> clients.remove(old, "admin").done()));
        assertEquals(json("{'name':'a'}"), stored().definition());
    }

    @Test
    void theSecretOfTheFileIsStoredAsAHashAndReplacedWhenItChanges() {
        apply(entry("{}", Optional.of(SECRET)));
        assertTrue(slowHash.verify(SECRET, hash()));
        apply(entry("{}", Optional.of(SECRET + "2")));
        assertTrue(slowHash.verify(SECRET + "2", hash()));
        assertEquals(1, database.count("ClientSecretRow"));
        apply(entry("{}"));
        assertEquals(0, database.count("ClientSecretRow"));
    }

    @Test
    void aSecretThatTheApiReplacedDoesNotComeBackBecauseItStillStandsInTheFile() {
        apply(entry("{}", Optional.of(SECRET)));
        database.inTransaction(() -> {
            secrets.issue("app", slowHash.hash("another-secret-of-the-api"), Duration.ofDays(1), "admin");
        });
        clock.move(Duration.ofDays(2));
        database.inTransaction(() -> {
            new SecretSweep(database.entities()).sweep(clock.instant(), 10);
        });
        apply(entry("{}", Optional.of(SECRET)));
        List<ClientSecretRow> live = database.inTransaction(() -> secrets.live("app"));
        assertEquals(1, live.size());
        assertFalse(live.get(0).fromFile);
    }

    @Test
    void theSecretOfTheFileIsOneOfTheThreeThatAreLive() {
        apply(entry("{}"));
        for (int i = 0; i < SecretStore.MOST_LIVE; i++) {
            clock.move(Duration.ofMinutes(1));
            database.inTransaction(() -> {
                assertTrue(secrets.issue("app", "hash", Duration.ofDays(1), "admin"));
            });
        }
        clock.move(Duration.ofMinutes(1));
        apply(entry("{}", Optional.of(SECRET)));
        List<ClientSecretRow> live = database.inTransaction(() -> secrets.live("app"));
        assertEquals(SecretStore.MOST_LIVE, live.size());
        assertTrue(live.get(0).fromFile);
    }

    private String hash() {
        return database.texts("select s.hash from ClientSecretRow s").get(0);
    }
}

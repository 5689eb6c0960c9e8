package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.account.Facts;
import org.gatehouse.client.Registered.Outcome;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SlowHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationsTest {
    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-12-01T12:00:00Z"));
    private final ClientStore stored = ClientTestBed.store(database.entities(), clock);
    private final SecretStore secrets = ClientTestBed.secretStore(database.entities(), clock);
    private final Clients clients =
            new Clients(ClientTestBed.own(), id -> stored.find(id).flatMap(ClientBeans::client), clock);
    private final Registrations registrations = new Registrations(
            clients,
            stored,
            new ClientSecrets(secrets, new SlowHash(new Randomness()), new Randomness(), clock),
            secrets,
            ClientTestBed.check());

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private Registered register(String entry) {
        return in(() -> registrations.register(ClientTestBed.entry(entry), "admin"));
    }

    @Test
    void aWrongEntryIsRefusedByTheMembersName() {
        Registered refused = register("{'redirect_uris':['http://a.example']}");
        assertEquals(Outcome.WRONG, refused.outcome());
        assertEquals("redirect_uris", refused.wrong());
        assertTrue(refused.why().startsWith("redirect_uris: must be"), refused.why());
    }

    @Test
    void aSecretIsGivenOnceAndOnlyItsHashIsKept() {
        Registered registered = register("{}");
        String secret = registered.secret().orElseThrow().text();
        List<LiveSecret> live = in(() -> registrations.secrets("app"));
        assertEquals(1, live.size());
        assertEquals(Optional.empty(), live.get(0).expiresAt());
        assertFalse(in(() -> secrets.live("app")).get(0).hash.contains(secret));
        in(() -> registrations.renewSecret("app", Duration.ofHours(1), "admin"));
        assertEquals(
                List.of(Optional.empty(), Optional.of(clock.instant().plus(Duration.ofHours(1)))),
                in(() -> registrations.secrets("app")).stream()
                        .map(LiveSecret::expiresAt)
                        .sorted((one, other) -> Boolean.compare(one.isPresent(), other.isPresent()))
                        .toList());
    }

    @Test
    void aChangeOfAnotherVersionIsRefused() {
        String tag = register("{}").client().orElseThrow().tag();
        Registered first = in(() -> registrations.change(
                "app", client -> client.tag().equals(tag), before -> ClientTestBed.entry("{'name':'One'}"), "admin"));
        assertTrue(first.done());
        Registered second = in(() -> registrations.change(
                "app", client -> client.tag().equals(tag), before -> ClientTestBed.entry("{'name':'Two'}"), "admin"));
        assertEquals(Outcome.CHANGED_SINCE, second.outcome());
        assertEquals("One", in(() -> registrations.find("app")).orElseThrow().name());
    }

    @Test
    void clientsAreFoundByIdNameAndAddressWhateverTheCase() {
        register("{'client_id':'wiki','name':'The Library','redirect_uris':['https://books.example/cb']}");
        register("{'client_id':'shop_a','name':'100% Shop'}");
        register("{'client_id':'shopxa','name':'Other'}");
        assertEquals(List.of("wiki"), found("LIBRARY"));
        assertEquals(List.of("wiki"), found("books.example"));
        assertEquals(List.of("shop_a"), found("100%"));
        assertEquals(List.of("shop_a"), found("p_a"), "an underscore stands for itself");
        assertEquals(List.of("shop_a", "shopxa", "wiki"), found(""));
        assertEquals(3, in(() -> registrations.count(new ClientSearch("", false))));
        assertEquals(
                List.of("shopxa"),
                in(() -> registrations.search(new ClientSearch("", false), 1, 1)).stream()
                        .map(StoredClient::id)
                        .toList());
    }

    private List<String> found(String text) {
        return in(() -> registrations.search(new ClientSearch(text, false), 0, 10)).stream()
                .map(StoredClient::id)
                .toList();
    }

    @Test
    void aDisabledClientIsFoundByNobodyWhoActsForIt() {
        register("{}");
        assertTrue(clients.find("app").isPresent());
        in(() -> registrations.change("app", any -> true, entry -> ClientTestBed.entry("{'enabled':false}"), "admin"));
        assertTrue(clients.find("app").isEmpty());
        assertFalse(in(() -> registrations.find("app")).orElseThrow().enabled());
    }

    @Test
    void whatWasChangedHereIsToldFromTheFile() {
        StoredClient client = new StoredClient(
                "app",
                ClientTestBed.entry("{'name':'Here','pkce':'optional'}"),
                Optional.of(ClientTestBed.entry("{'name':'File','typ':'JWT'}")),
                clock.instant(),
                2);
        assertEquals(Set.of("name", "pkce", "typ"), client.changedHere());
    }

    @Test
    void aTrialSaysWhichRuleGaveWhichGroupAndWhatIsMissing() {
        Client client = ClientTestBed.client(
                "{'groups':[{'group':'voter','when':{'idena.state':['Human'],'idena.age':{'min':10}}},{'group':'any','when':{'wallet':['idena']}}]}");
        GroupTrial trial = GroupTrial.of(
                client,
                Facts.of(Map.of("wallet", Set.of("idena"), "idena.state", Set.of("Human"), "idena.age", Set.of("3"))));
        assertEquals(Set.of("any"), trial.groups());
        assertEquals(
                List.of(
                        new GroupTrial.Tried("voter", false, Set.of("idena.age")),
                        new GroupTrial.Tried("any", true, Set.of())),
                trial.rules().orElseThrow());
    }
}

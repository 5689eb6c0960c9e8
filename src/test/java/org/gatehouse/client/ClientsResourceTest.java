package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.Fake;
import org.gatehouse.account.AccountTestBed;
import org.gatehouse.account.Accounts;
import org.gatehouse.database.TestDatabase;
import org.gatehouse.http.Caller;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.token.MovedClock;
import org.gatehouse.vault.Randomness;
import org.gatehouse.vault.SlowHash;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsResourceTest {
    private static final SecurityContext ADMINISTRATOR = Fake.of(
            SecurityContext.class,
            Map.of("getUserPrincipal", none -> new Caller("admin-account", Set.of(Caller.ADMINISTRATOR), false)));
    /** The time of the clock, and the version. */
    private static final String TAG_1 = "\"1795176000000-1\"";

    private static final String TAG_2 = "\"1795176000000-2\"";
    private static final String PUBLIC = "{'client_id':'app','token_endpoint_auth_method':'none'}";

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final ClientStore stored = ClientTestBed.store(database.entities(), clock);
    private final SecretStore storedSecrets = ClientTestBed.secretStore(database.entities(), clock);
    private final ClientSecrets secrets =
            new ClientSecrets(storedSecrets, new SlowHash(new Randomness()), new Randomness(), clock);
    private final Clients clients =
            new Clients(ClientTestBed.own(), id -> stored.find(id).flatMap(ClientBeans::client), clock);
    private final ClientsResource resource = new ClientsResource();
    private final GroupsResource groups = new GroupsResource();
    private final Accounts accounts = AccountTestBed.accounts(database.entities(), clock);

    /** By hand, as no framework makes the resource here. */
    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment")
    void wire() {
        resource.registrations = new Registrations(clients, stored, secrets, storedSecrets, ClientTestBed.check());
        resource.publicUrl = new PublicUrl(URI.create("https://gatehouse.example"));
        groups.clients = clients;
        groups.accounts = accounts;
    }

    private Response call(Supplier<Response> call) {
        return database.inTransaction(call);
    }

    private Response create(String entry) {
        return call(() -> resource.create(stream(entry), ADMINISTRATOR));
    }

    private Response replace(String id, @Nullable String match, String entry) {
        return call(() -> resource.replace(id, match, stream(entry), ADMINISTRATOR));
    }

    private Response patch(String id, @Nullable String match, String patch) {
        return call(() -> resource.patch(id, match, stream(patch), ADMINISTRATOR));
    }

    private Response delete(String id, @Nullable String match) {
        return call(() -> resource.delete(id, match, ADMINISTRATOR));
    }

    private Response rotate(String id, String body) {
        return call(() -> resource.rotate(id, stream(body), ADMINISTRATOR));
    }

    private Response one(String id) {
        return call(() -> resource.one(id));
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject body(Response response) {
        return Json.createReader(new StringReader(String.valueOf(response.getEntity())))
                .readObject();
    }

    private static String detail(Response response) {
        return body(response).getString("detail");
    }

    private boolean verified(String secret) {
        return database.inTransaction(() -> secrets.verify(clients.find("app").orElseThrow(), secret));
    }

    @Test
    void aNewClientIsThereAtOnceAndItsSecretIsShownOnce() {
        assertTrue(clients.find("app").isEmpty());
        Response response = create("{'client_id':'app','name':'The app'}");
        assertEquals(201, response.getStatus());
        assertEquals("https://gatehouse.example/api/clients/app", response.getHeaderString("Location"));
        assertEquals(TAG_1, response.getHeaderString("ETag"));
        String secret = body(response).getString("client_secret");
        assertTrue(verified(secret));
        Response read = one("app");
        assertEquals(TAG_1, read.getHeaderString("ETag"));
        JsonObject body = body(read);
        assertEquals("The app", body.getJsonObject("client").getString("name"));
        assertEquals(1, body.getJsonArray("secrets").size());
        assertFalse(body.toString().contains(secret) || body.toString().contains("argon2"), "and never again");
        assertEquals(
                List.of("account:admin-account", "account:admin-account"),
                database.texts("select e.actor from AuditRow e where e.clientId = 'app'"));
    }

    @Test
    void aClientWithoutASecretGetsNone() {
        JsonObject body = body(create(PUBLIC));
        assertFalse(body.containsKey("client_secret"));
        assertEquals(0, body.getJsonArray("warnings").size());
        assertEquals(409, rotate("app", "{}").getStatus());
    }

    @Test
    void theSameIdTwiceIsAConflictAndChangesNothing() {
        create(PUBLIC);
        assertEquals(409, create("{'client_id':'app'}").getStatus());
        assertEquals(0, database.count("ClientSecretRow"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                        | The body must be one JSON object of at most 16384 bytes.",
                "{                         | The body must be one JSON object of at most 16384 bytes.",
                "{}                        | client_id: is missing",
                "{'client_id':'gatehouse'} | client_id: must be 1 to 100 letters, digits, dots, hyphens and underscores, and not gatehouse",
                "{'client_id':'app','client_secret':'sixteen-characters'} | client_secret: is not a member that is known here",
                "{'client_id':'app','audience':'https://gatehouse.example/api'} | audience: is that of Gatehouse's own API",
                "{'client_id':'app','redirect_uris':['http://a.example/']} | redirect_uris: must be absolute, https (http on localhost only) or a scheme that is a reversed domain name, without a fragment, of at most 2000 characters",
                "{'client_id':'app','wallets':[]} | wallets: must not be empty",
                "{'client_id':'app','pkce':'optional','token_endpoint_auth_method':'none'} | pkce: is required of a client whose token_endpoint_auth_method is none"
            })
    void aWrongEntryIs400AndNamesTheMember(String entry, String sentence) {
        Response response = create(entry);
        assertEquals(400, response.getStatus());
        assertEquals(sentence, detail(response));
        assertEquals(0, database.count("ClientRow"));
    }

    @Test
    void aReplacementNeedsTheVersionThatItReplaces() {
        create(PUBLIC);
        String next = "{'client_id':'app','token_endpoint_auth_method':'none','name':'New'}";
        assertEquals(428, replace("app", null, next).getStatus());
        assertEquals(412, replace("app", TAG_2, next).getStatus());
        assertEquals(412, replace("app", TAG_1.replace("\"", ""), next).getStatus());
        Response replaced = replace("app", "\"7\", W/" + TAG_1, next);
        assertEquals(200, replaced.getStatus());
        assertEquals(TAG_2, replaced.getHeaderString("ETag"));
        assertEquals(412, replace("app", TAG_1, next).getStatus(), "stale");
        assertEquals("New", clients.find("app").orElseThrow().name(), "seen here at once");
        assertEquals(200, replace("app", "*", next).getStatus());
        assertEquals(TAG_2, one("app").getHeaderString("ETag"), "nothing was changed");
        assertEquals(400, replace("app", "*", "{'client_id':'other'}").getStatus());
    }

    @Test
    void aPatchChangesMembersAndTakesAwayNulls() {
        create("{'client_id':'app','token_endpoint_auth_method':'none','name':'Old','typ':'at+jwt'}");
        Response patched = patch("app", null, "{'name':null,'consent':true}");
        assertEquals(200, patched.getStatus());
        assertEquals(
                Set.of("client_id", "token_endpoint_auth_method", "typ", "consent"),
                body(patched).getJsonObject("client").keySet());
        assertEquals(412, patch("app", TAG_1, "{'name':'x'}").getStatus());
        assertEquals(400, patch("app", null, "{'nam':'x'}").getStatus());
        assertEquals(400, patch("app", null, "{'client_id':'other'}").getStatus());
        assertEquals(400, patch("app", null, "{'client_id':null}").getStatus());
        assertEquals(200, patch("app", TAG_2, "{'enabled':false}").getStatus());
        assertTrue(clients.find("app").isEmpty(), "disabled");
        assertEquals(200, one("app").getStatus());
    }

    @Test
    void aRemovedClientIsGoneWithItsSecrets() {
        create("{'client_id':'app'}");
        assertTrue(clients.find("app").isPresent());
        assertEquals(412, delete("app", TAG_2).getStatus());
        assertEquals(204, delete("app", TAG_1).getStatus());
        assertTrue(clients.find("app").isEmpty());
        assertEquals(0, database.count("ClientSecretRow"));
        assertEquals(404, delete("app", null).getStatus());
        assertEquals(404, one("app").getStatus());
    }

    @Test
    void theTagOfAClientThatWasRemovedIsNotThatOfTheNextOfItsId() {
        create(PUBLIC);
        delete("app", null);
        clock.move(Duration.ofMillis(1));
        create(PUBLIC);
        assertEquals(412, patch("app", TAG_1, "{'name':'x'}").getStatus());
        assertEquals(412, delete("app", TAG_1).getStatus());
        StoredClient removed = new StoredClient(
                "app", ClientTestBed.entry("{}"), Optional.empty(), Instant.parse("2026-11-20T12:00:00Z"), 1);
        assertFalse(database.inTransaction(
                () -> stored.change(removed, ClientTestBed.entry("{}"), Optional.empty(), "admin")));
        assertFalse(database.inTransaction(() -> stored.remove(removed, "admin").done()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'token_endpoint_auth_method':'none'}",
                "{'token_endpoint_auth_method':'private_key_jwt','jwks_uri':'https://a.example/jwks'}"
            })
    void aSecretThatIsNotUsedAnyMoreDoesNotComeBackToLife(String otherwise) {
        String secret = body(create("{'client_id':'app'}")).getString("client_secret");
        assertTrue(verified(secret));
        Response changed = patch("app", null, otherwise);
        assertEquals(200, changed.getStatus());
        assertEquals(0, body(changed).getJsonArray("secrets").size());
        Response back = patch("app", null, "{'token_endpoint_auth_method':null,'jwks_uri':null}");
        assertEquals(200, back.getStatus());
        assertFalse(verified(secret));
        assertTrue(verified(body(rotate("app", "{}")).getString("client_secret")));
    }

    @Test
    void aChangeOfSomethingElseLeavesTheSecret() {
        String secret = body(create("{'client_id':'app'}")).getString("client_secret");
        patch("app", null, "{'token_endpoint_auth_method':'client_secret_post','name':'x'}");
        assertTrue(verified(secret));
    }

    @Test
    void anEntryThatCannotBeReadIsShownWithAWarning() {
        database.inTransaction(
                () -> stored.add("app", ClientTestBed.entry("{'of_a_later_version':1}"), Optional.empty(), "admin"));
        JsonObject body = body(one("app"));
        assertEquals(Set.of("client", "from_file", "secrets", "warnings"), body.keySet());
        assertFalse(body.getBoolean("from_file"));
        assertEquals(1, body.getJsonArray("warnings").size());
    }

    @Test
    void theBuiltInClientCannotBeChanged() {
        for (Response response : List.of(
                replace("gatehouse", "*", "{'client_id':'gatehouse'}"),
                patch("gatehouse", null, "{}"),
                delete("gatehouse", null),
                rotate("gatehouse", "{}"))) {
            assertEquals(409, response.getStatus());
        }
    }

    @Test
    void aNewSecretIsTakenBesideTheEarlierOneForTheOverlap() {
        String first = body(create("{'client_id':'app'}")).getString("client_secret");
        String second = body(rotate("app", "{}")).getString("client_secret");
        assertTrue(verified(first) && verified(second));
        String third = body(rotate("app", "{'overlap':'PT0S'}")).getString("client_secret");
        assertFalse(verified(first) || verified(second));
        assertTrue(verified(third));
        assertEquals(404, rotate("other", "{}").getStatus());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'overlap':1}",
                "{'overlap':null}",
                "{'overlap':'1d'}",
                "{'overlap':'-PT1S'}",
                "{'overlap':'P30DT1S'}",
                "{'overlp':'P1D'}"
            })
    void anOverlapIsADurationOfThirtyDaysAtMost(String body) {
        create("{'client_id':'app'}");
        assertEquals(400, rotate("app", body).getStatus());
        assertEquals(1, database.count("ClientSecretRow"));
    }

    @Test
    void clientsAreListedInPages() {
        for (String id : List.of("c", "a", "b"))
            create("{'client_id':'" + id + "','token_endpoint_auth_method':'none'}");
        JsonObject first = body(call(() -> resource.list("", "2")));
        assertEquals("b", first.getString("next"));
        assertEquals(
                List.of("a", "b"),
                first.getJsonArray("clients").stream()
                        .map(client -> client.asJsonObject().getString("client_id"))
                        .toList());
        JsonObject last = body(call(() -> resource.list("b", "2")));
        assertFalse(last.containsKey("next"));
        assertEquals(
                "[{\"client_id\":\"c\",\"name\":\"c\",\"enabled\":true,\"from_file\":false}]",
                last.getJsonArray("clients").toString());
        for (String limit : List.of("0", "201", "-1", "x", "")) {
            assertEquals(400, call(() -> resource.list("", limit)).getStatus(), limit);
        }
        assertEquals(400, call(() -> resource.list("a\0", "1")).getStatus());
    }

    @Test
    void anAdministratorIsRemindedOfWhatCouldBeMore() {
        JsonObject body = body(create("{'client_id':'app','pkce':'optional'}"));
        assertEquals(1, body.getJsonArray("warnings").size());
        assertTrue(body.getJsonArray("warnings").getString(0).startsWith("pkce is optional"));
    }

    @Test
    void aDryRunShowsGroupsFactsAndRulesForEachWallet() {
        AccountId wallet = AccountId.idena(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        String account = database.inTransaction(() -> accounts.ofWallet(wallet));
        create("{'client_id':'app','groups':[{'group':'in','when':{'wallet':['idena']}},"
                + "{'group':'human','when':{'idena.state':['Human']}}]}");
        JsonObject body = body(call(() -> groups.dryRun("app", account)));
        assertEquals(account, body.getString("account"));
        JsonObject one = body.getJsonArray("wallets").getJsonObject(0);
        assertEquals(wallet.toString(), one.getString("wallet"));
        assertEquals("[\"in\"]", one.getJsonArray("groups").toString());
        assertEquals(
                "{\"role\":[],\"wallet\":[\"idena\"]}",
                one.getJsonObject("facts").toString());
        assertEquals(
                "[{\"group\":\"in\",\"holds\":true},{\"group\":\"human\",\"holds\":false}]",
                one.getJsonArray("rules").toString());
        assertEquals(200, call(() -> groups.dryRun("gatehouse", account)).getStatus());
        assertEquals(404, call(() -> groups.dryRun("nobody", account)).getStatus());
        assertEquals(404, call(() -> groups.dryRun("app", "0123")).getStatus());
        assertEquals(404, call(() -> groups.dryRun("app", "a\0")).getStatus());
        assertEquals(400, call(() -> groups.dryRun("app", "")).getStatus());
    }
}

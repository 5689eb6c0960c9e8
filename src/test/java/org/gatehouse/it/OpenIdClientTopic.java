package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gatehouse.idena.node.IdenaState;
import org.gatehouse.it.Traveller.Arrival;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;

/** The certified {@code openid-client} finds nothing to complain of: it checks every message of the provider itself. */
interface OpenIdClientTopic extends Topic {
    /** Nobody listens there: the browser stops before. */
    String BACK = "http://localhost:9/back";

    Pattern FIELD = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    @Test
    default void openidClientSignsInWithASecretInTheHeader() {
        JsonObject seen = everything(
                given("openid-client-basic", "client_secret_basic", "RS256").add("secret", "a-secret-of-the-tests"));
        assertTrue(seen.getJsonObject("introspection").getBoolean("active"));
        assertFalse(seen.getJsonObject("afterRevocation")
                .getJsonObject("introspection")
                .getBoolean("active"));
    }

    @Test
    default void openidClientSignsInWithAFormPostASecretInTheFormAndEs256() {
        JsonObject seen = everything(given("openid-client-post", "client_secret_post", "ES256")
                .add("secret", "a-secret-of-the-tests")
                .add("scope", "openid profile offline_access")
                .add("response_mode", "form_post"));
        assertEquals("offline_access openid profile", seen.getString("scope"));
    }

    @Test
    default void openidClientSignsInWithAssertionsOfItsOwn() {
        everything(given("openid-client-key", "private_key_jwt", "RS256")
                .add(
                        "key",
                        Json.createReader(new StringReader(OpenIdClient.KEY.toJSONString()))
                                .readObject()));
    }

    @Test
    default void openidClientSignsInAsAPublicClient() {
        everything(given("openid-client-public", "none", "RS256"));
    }

    private JsonObjectBuilder given(String clientId, String authentication, String algorithm) {
        return Json.createObjectBuilder()
                .add("issuer", gatehouse().url())
                .add("client_id", clientId)
                .add("authentication", authentication)
                .add("algorithm", algorithm)
                .add("scope", "openid profile")
                .add("redirect_uri", BACK);
    }

    private JsonObject everything(JsonObjectBuilder client) {
        JsonObject given = client.build();
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.HUMAN);
        Traveller person = new Traveller(gatehouse());
        boolean form = given.containsKey("response_mode");
        UnaryOperator<String> browser = url -> {
            Arrival page = person.go(url);
            if (form) return fields(person.signIn(page, wallet).body());
            return person.signInUntil(page, wallet, BACK).uri().toString();
        };
        JsonObject seen = OpenIdClient.signIn(given, browser);

        String address = Address.parse(wallet.address()).toString();
        for (String from : new String[] {"id", "userinfo", "refreshedId"}) {
            JsonObject claims = seen.getJsonObject(from);
            assertEquals(address, claims.getString("preferred_username"), from);
            assertEquals("[\"Human\"]", claims.getJsonArray("groups").toString(), from);
            assertEquals(seen.getJsonObject("id").getString("sub"), claims.getString("sub"), from);
        }
        assertEquals(
                "{\"new\":true,\"rotated\":true}",
                seen.getJsonObject("refreshed").toString());
        JsonObject after = seen.getJsonObject("afterRevocation");
        assertEquals("invalid_grant", after.getString("refresh"));
        assertEquals("invalid_token", after.getString("userinfo"));
        String bye = person.goUntil(seen.getString("logout"), BACK).uri().toString();
        assertEquals(BACK + "?state=bye", bye);
        assertTrue(person.go(gatehouse().url() + "/signin").body().contains("token="), "nobody is signed in any more");
        return seen;
    }

    /** What the page of {@code form_post} would send, form-encoded. */
    private static String fields(String page) {
        assertTrue(page.contains("action=\"" + BACK + "\""), page);
        Map<String, String> fields = new TreeMap<>();
        FIELD.matcher(page).results().forEach(field -> {
            String name = field.group().replaceFirst(".* name=\"([^\"]*)\".*", "$1");
            String value = field.group().replaceFirst(".* value=\"([^\"]*)\".*", "$1");
            fields.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return GatehouseSystem.form(fields);
    }
}

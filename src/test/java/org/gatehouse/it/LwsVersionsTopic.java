package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;

/** The real wallets from 1.0.0-beta to 2.1.3 sign up and log in, each with its own requests. */
interface LwsVersionsTopic extends Topic {
    String MEMBERS = "https://members.example";

    @Test
    default void everyVersionOfTheWalletSignsUpAndLogsIn() {
        LwsSite page = LwsSite.of(gatehouse(), "members", MEMBERS);
        assertAll(Arrays.stream(LwsVersion.values()).map(version -> () -> {
            LwsWallet wallet = known(version);
            assertEquals(
                    "404 user_does_not_exist",
                    assertThrows(LwsWallet.StatusCodeError.class, () -> wallet.logIn(page), version::name)
                            .refusal());
            wallet.signUp(page, LwsSite.attributes("jane@example.org"), List.of());
            isSignedIn(wallet, page, wallet.logIn(page));
        }));
    }

    @Test
    default void everyVersionOfTheWalletSignsUpWithDocuments() {
        LwsSite page = LwsSite.of(gatehouse(), "members", MEMBERS);
        assertAll(Arrays.stream(LwsVersion.values()).map(version -> () -> {
            LwsWallet wallet = known(version);
            wallet.signUp(page, withPassport("jane@example.org"), List.of(LwsDocument.values()));
            isSignedIn(wallet, page, wallet.logIn(page));
        }));
    }

    /** The extension falls back to the sign-up when something goes wrong after it. */
    @Test
    default void whoSignsUpAgainSharesWhatIsSaidThen() {
        LwsSite page = LwsSite.of(gatehouse(), "members", MEMBERS);
        for (LwsVersion version : List.of(LwsVersion.BETA_1_0, LwsVersion.V2_1_3)) {
            LwsWallet wallet = LwsWallet.create(version);
            wallet.signUp(page, withPassport("jane@example.org"), List.of(LwsDocument.values()));
            assertEquals("jane@example.org", mail(wallet.logIn(page)));
            wallet.signUp(page, LwsSite.attributes("jane@new.example"), List.of());
            assertEquals("jane@new.example", mail(wallet.logIn(page)));
        }
    }

    /** {@code endpoints["/users/file"] === false} of the configuration. */
    @Test
    default void aPageThatWantsDocumentsAlongGetsThemFromNewWalletsToo() {
        LwsSite page = LwsSite.of(gatehouse(), "members", MEMBERS).with("/users/file", "false");
        for (LwsVersion version : List.of(LwsVersion.BETA_1_1, LwsVersion.V2_1_3)) {
            LwsWallet wallet = LwsWallet.create(version);
            wallet.signUp(page, withPassport("jane@example.org"), List.of(LwsDocument.values()));
            assertEquals("jane@example.org", mail(wallet.logIn(page)));
        }
    }

    /** Wallets of one key are one person, whatever they name themselves with. */
    @Test
    default void aWalletThatIsUpdatedStaysTheSamePerson() {
        LwsSite page = LwsSite.of(gatehouse(), "members", MEMBERS);
        SelfkeyWallet key = SelfkeyWallet.create();
        Ethereum.controller(LwsVersion.selfkeyDid(key), key.address());
        new LwsWallet(LwsVersion.BETA_1_0, key).signUp(page, LwsSite.attributes("jane@example.org"), List.of());
        Set<String> people = Set.copyOf(Arrays.stream(LwsVersion.values())
                .map(version -> claims(new LwsWallet(version, key).logIn(page)).getString("sub"))
                .toList());
        assertEquals(1, people.size());
    }

    /** {@code meta} is the page's own affair: whatever object it is, it is read and passed over. */
    @Test
    default void metaOfTheConfigurationHindersNobody() {
        JsonObject meta = Json.createObjectBuilder()
                .add("templateId", "5d9af28e4e0f7a3b2c1d0e9f")
                .add("text", "Grüße & +%20 \"x\" \\ / 😀")
                .add(
                        "deep",
                        Json.createObjectBuilder()
                                .add("list", Json.createArrayBuilder().add(1).add(false)))
                .build();
        LwsSite page = LwsSite.of(gatehouse(), "members", MEMBERS).with(meta);
        LwsWallet wallet = LwsWallet.create();
        wallet.signUp(page, LwsSite.attributes("jane@example.org"), List.of());
        isSignedIn(wallet, page, wallet.logIn(page));
    }

    /** No page asked where a person begins in the wallet itself: the header says IDW. */
    @Test
    default void aWalletWithoutAPageIsServedToo() {
        LwsSite page = new LwsSite(
                "IDW",
                gatehouse().url() + "/selfkey/lws",
                Map.of(),
                Json.createObjectBuilder().build());
        assertTrue(claims(LwsWallet.create().logIn(page)).containsKey("sub"));
    }

    /** A wallet of this version, whose DID stands in the ledger if it belongs there. */
    private static LwsWallet known(LwsVersion version) {
        SelfkeyWallet key = SelfkeyWallet.create();
        if (version.onLedger()) Ethereum.controller(LwsVersion.selfkeyDid(key), key.address());
        return new LwsWallet(version, key);
    }

    private void isSignedIn(LwsWallet wallet, LwsSite page, String payload) {
        HttpResponse<String> answer = page.logIn(payload);
        assertEquals("200", LwsAnswer.of(answer));
        Browser browser = gatehouse().browser();
        assertEquals(
                page.origin() + "/start?iss=" + Application.encode(gatehouse().url()),
                page.leave(browser, LwsSite.redirectTo(answer), gatehouse()));
        JsonObject me = json(browser.get("/api/me"));
        String address = Address.parse(wallet.address()).toString();
        assertTrue(me.toString().contains(address), me.toString());
        assertEquals(me.getString("sub"), claims(payload).getString("sub"));
    }

    private static JsonArray withPassport(String mail) {
        JsonObject passport = Json.createObjectBuilder()
                .add("image", LwsDocument.PASSPORT.place())
                .add("issued", "2020-02-29")
                .add("expires", "2030-02-28")
                .add("selfie", Json.createObjectBuilder().add("image", LwsDocument.SELFIE.place()))
                .build();
        return Json.createArrayBuilder(LwsSite.attributes(mail))
                .add(LwsSite.attribute("pass", "passport", passport))
                .build();
    }

    private static String mail(String payload) {
        return claims(payload).getString("email");
    }

    private static JsonObject claims(String payload) {
        return Application.claims(LwsSite.token(payload));
    }
}

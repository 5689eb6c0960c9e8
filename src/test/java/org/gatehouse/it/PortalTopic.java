package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gatehouse.idena.node.IdenaState;
import org.gatehouse.it.Traveller.Arrival;
import org.junit.jupiter.api.Test;

/** The portal signs its people in by what its server has for OpenID Connect, set up as {@code docs/portals.md} says. */
interface PortalTopic extends Topic {
    @Test
    default void thePortalLetsAHumanInByGatehouse() {
        FakeWallet wallet = FakeWallet.create();
        Traveller human = person(wallet, IdenaState.HUMAN);
        JsonObject seen = seen(human);
        assertEquals("[\"Human\"]", seen.getJsonArray("roles").toString());
        assertEquals(Application.claims(seen.getString("token")).getString("sub"), account(human));
        assertEquals(200, human.go(portal("/humans")).status());
        assertEquals(200, human.go(portal("/api/humans")).status());
    }

    @Test
    default void thePortalKeepsANewbieOutWhereItAsksForAHuman() {
        Traveller newbie = person(FakeWallet.create(), IdenaState.NEWBIE);
        assertEquals("[\"Newbie\"]", seen(newbie).getJsonArray("roles").toString());
        assertEquals(403, newbie.go(portal("/humans")).status());
        assertEquals(403, newbie.go(portal("/api/humans")).status());
    }

    @Test
    default void thePortalRefreshesItsTokens() {
        Traveller human = person(FakeWallet.create(), IdenaState.HUMAN);
        String first = seen(human).getString("token");
        String second = later(() -> seen(human).getString("token"), first);
        later(() -> seen(human).getString("token"), second);
        assertEquals("[\"Human\"]", seen(human).getJsonArray("roles").toString());
    }

    @Test
    default void whoIsSignedInAtGatehouseNeedsNoWalletAtThePortal() {
        Traveller human = person(FakeWallet.create(), IdenaState.HUMAN);
        String first = seen(human).getString("token");
        human.forget("/intranet");
        String second = seen(human).getString("token");
        assertFalse(first.equals(second), "the portal knew nobody and asked Gatehouse");
    }

    @Test
    default void signingOutOfThePortalSignsOutOfGatehouse() {
        Traveller human = person(FakeWallet.create(), IdenaState.HUMAN);
        Arrival left = human.submit(portal("/signout"));
        assertEquals(portal("/"), left.uri().toString());
        assertEquals("Welcome", left.body());
        assertTrue(human.go(portal("/person")).isAt(gatehouse().url() + "/signin"), "both sessions are over");
    }

    @Test
    default void signingOutOfGatehouseSignsOutOfThePortalAtItsNextRefresh() {
        assumeTrue(
                "payara-micro".equals(TestBed.server()),
                "elytron-oidc-client keeps its session until the token expires");
        Traveller human = person(FakeWallet.create(), IdenaState.HUMAN);
        String token = seen(human).getString("token");
        human.submit(gatehouse().url() + "/signout");
        human.forget("/");
        String end = later(() -> human.go(portal("/person")).uri().toString(), portal("/person"));
        assertFalse(end.startsWith(TestBed.intranetUrl() + "/person"), "nothing is shown to " + token);
    }

    /** Opens the portal and signs in where it leads to. */
    private Traveller person(FakeWallet wallet, IdenaState state) {
        Idena.person(wallet.address(), state);
        Traveller traveller = new Traveller(gatehouse());
        Arrival page = traveller.go(portal("/person"));
        assertTrue(page.isAt(gatehouse().url() + "/signin"), "to Gatehouse: " + page.uri());
        Arrival back = traveller.signIn(page, wallet);
        assertEquals(200, back.status(), back.uri() + " " + back.body());
        assertTrue(back.isAt(portal("/person")), "back at the portal: " + back.uri());
        return traveller;
    }

    private static JsonObject seen(Traveller traveller) {
        Arrival page = traveller.go(portal("/person"));
        assertEquals(200, page.status(), page.uri() + " " + page.body());
        return Json.createReader(new StringReader(page.body())).readObject();
    }

    private String account(Traveller traveller) {
        Arrival me = traveller.go(gatehouse().url() + "/api/me");
        return Json.createReader(new StringReader(me.body())).readObject().getString("sub");
    }

    /** What it is when it is no longer this. */
    private static String later(Supplier<String> what, String until) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            String now = what.get();
            if (!now.equals(until)) return now;
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("it stays " + until);
    }

    private static String portal(String path) {
        return TestBed.intranetUrl() + path;
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back. */
interface OutageTopic extends Topic {
    @Test
    default void whileTheDatabaseIsAwayEveryAnswerSaysSoAndAfterwardsEverythingGoesOn() {
        assumeTrue(Database.isPostgresql(), "an H2 inside the server cannot be taken away");
        Browser signedIn = gatehouse().browser();
        signedIn.signIn(FakeWallet.create());
        Browser halfWay = gatehouse().browser();
        FakeWallet wallet = FakeWallet.create();
        Browser.Invitation invitation = halfWay.openSignIn("");
        String nonce = nonce(gatehouse().startSession(invitation.token(), wallet.address()));

        Database.away(() -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            do {
                JsonObject start = gatehouse().startSession(UUID.randomUUID().toString(), wallet.address());
                assertFalse(start.getBoolean("success"));
                assertTrue(start.getString("error").contains("Try again"), start.toString());
                JsonObject authenticate = gatehouse().authenticate(invitation.token(), wallet.sign(nonce));
                assertFalse(authenticate.getJsonObject("data").getBoolean("authenticated"));
                assertUnavailable(signedIn.get("/api/me"));
                assertUnavailable(gatehouse().browser().get("/signin"));
                assertEquals(503, gatehouse().get("/ops/health/ready").statusCode());
                assertEquals(200, gatehouse().get("/ops/health/live").statusCode());
            } while (System.nanoTime() < end);
        });

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (gatehouse().get("/ops/health/ready").statusCode() != 200)
            assertTrue(System.nanoTime() < end, "ready again");
        for (int i = 0; i < 40; i++)
            assertEquals(200, signedIn.get("/api/me").statusCode(), "no connection of before is left in the pool");
        assertTrue(gatehouse()
                .authenticate(invitation.token(), wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
        assertEquals(303, halfWay.get(invitation.callback()).statusCode());
        assertEquals(200, halfWay.get("/api/me").statusCode());
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        assertFalse(answer.body().contains("SQL") || answer.body().contains("xception"), answer.body());
        if (answer.body().startsWith("{"))
            assertEquals("urn:gatehouse:problem:unavailable", json(answer).getString("type"));
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many at once. */
interface RaceTopic extends Topic {
    @Test
    default void of20CallsWithTheSameSignatureExactlyOneAuthenticatesFor200Nonces() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            for (int i = 0; i < 200; i++) {
                FakeWallet wallet = FakeWallet.create();
                String token = UUID.randomUUID().toString();
                String signature = wallet.sign(nonce(gatehouse().startSession(token, wallet.address())));
                assertEquals(1, successes(threads, () -> authenticated(token, signature)), "nonce " + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void of20ContinuesInOneBrowserExactlyOneMakesTheSession() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            Browser browser = gatehouse().browser();
            FakeWallet wallet = FakeWallet.create();
            Browser.Invitation invitation = browser.openSignIn("");
            gatehouse()
                    .authenticate(
                            invitation.token(),
                            wallet.sign(nonce(gatehouse().startSession(invitation.token(), wallet.address()))));
            assertEquals(1, successes(threads, () -> madeSession(browser, invitation)));
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean authenticated(String token, String signature) {
        return gatehouse().authenticate(token, signature).getJsonObject("data").getBoolean("authenticated");
    }

    private boolean madeSession(Browser browser, Browser.Invitation invitation) {
        return gatehouse().send(browser.request(invitation.callback()).GET()).headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("gatehouse_session="));
    }

    private static int successes(ExecutorService threads, Callable<Boolean> call) throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) calls.add(call);
        int successes = 0;
        for (Future<Boolean> done : threads.invokeAll(calls)) if (done.get()) successes++;
        return successes;
    }
}

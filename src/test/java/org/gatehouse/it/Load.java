package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** People who sign in and out at one node, and an application that redeems and refreshes there, until the node is gone. Keeps what was answered. */
final class Load {
    private static final int PEOPLE = 6;
    private static final int REFRESHES = 3;

    final Queue<Browser> signedIn = new ConcurrentLinkedQueue<>();
    final Queue<Browser> signedOut = new ConcurrentLinkedQueue<>();
    final Queue<String> codes = new ConcurrentLinkedQueue<>();
    final Queue<String> refreshTokens = new ConcurrentLinkedQueue<>();
    final Queue<String> revokedTokens = new ConcurrentLinkedQueue<>();
    final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final GatehouseSystem node;
    private final Application application;
    private volatile boolean gone;

    Load(GatehouseSystem node, Application application) {
        this.node = node;
        this.application = application;
        for (int i = 0; i < PEOPLE; i++) threads.execute(this::people);
    }

    /** Whether enough was answered for a trial. */
    boolean enough() {
        return signedIn.size() >= 20 && signedOut.size() >= 5 && codes.size() >= 20 && refreshTokens.size() >= 20;
    }

    /** What is not answered from now on is nobody's fault. */
    void expectTheEnd() {
        gone = true;
    }

    void awaitTheEnd() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS)) throw new AssertionError("the load does not end");
    }

    private void people() {
        try {
            for (int person = 0; ; person++) {
                Browser browser = node.browser();
                browser.signIn(FakeWallet.create());
                String code = application.code(browser);
                String last = refreshed(json(answered(() -> application.redeem(application.code(browser))))
                        .getString("refresh_token"));
                if (person % 4 == 3) {
                    browser.post("/signout", "");
                    signedOut.add(browser);
                    revokedTokens.add(last);
                } else {
                    signedIn.add(browser);
                    codes.add(code);
                    refreshTokens.add(last);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            // Whoever waits for an answer when the node goes knows nothing afterwards.
            if (!gone) faults.add(e.toString());
        }
    }

    /** The last token of a family, when nobody waits for the next any more. */
    private String refreshed(String first) {
        String token = first;
        for (int i = 0; i < REFRESHES; i++) {
            String last = token;
            token = json(answered(() -> application.refresh(last))).getString("refresh_token");
        }
        return token;
    }

    private static HttpResponse<String> answered(Supplier<HttpResponse<String>> request) {
        HttpResponse<String> answer = request.get();
        if (answer.statusCode() != 200) throw new AssertionError(List.of(answer.statusCode(), answer.body()));
        return answer;
    }
}

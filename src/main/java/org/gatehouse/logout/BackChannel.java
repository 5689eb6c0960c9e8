package org.gatehouse.logout;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Posts logout tokens to clients (OpenID Connect Back-Channel Logout 1.0 section 2.5). Follows no redirect and reads no body. Its threads do not inherit the
 * class loader of the application, which they would otherwise hold after a redeployment.
 */
class BackChannel implements AutoCloseable {
    /** The longest time until a client has answered. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(BackChannel.class.getName());
    private static final int THREADS = 4;

    private final ExecutorService executor = executor();
    private final HttpClient client = outsideTheApplication(HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST)
            .executor(executor));

    /** Sends a token; gives the status of the answer, or fails. */
    CompletableFuture<Integer> post(URI address, String token) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                // A JWT has no character that a form would encode.
                .POST(BodyPublishers.ofString("logout_token=" + token))
                .build();
        return client.sendAsync(request, BodyHandlers.ofInputStream())
                .thenApply(BackChannel::status)
                .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The status is all that counts: the rest is not waited for. */
    private static int status(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the body of an answer that nobody reads", e);
        }
        return response.statusCode();
    }

    private static ExecutorService executor() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "gatehouse-logout");
                    thread.setDaemon(true);
                    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static HttpClient outsideTheApplication(HttpClient.Builder builder) {
        Thread here = Thread.currentThread();
        ClassLoader own = here.getContextClassLoader();
        here.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return builder.build();
        } finally {
            here.setContextClassLoader(own);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

package org.gatehouse.logout;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.http.Outbound;

/**
 * Posts logout tokens to clients (OpenID Connect Back-Channel Logout 1.0 section 2.5). Follows no redirect and reads no body.
 */
class BackChannel implements AutoCloseable {
    /** The longest time until a client has answered. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(BackChannel.class.getName());

    private final Outbound outbound = new Outbound("gatehouse-logout", LONGEST);

    /** Sends a token; gives the status of the answer, or fails. */
    CompletableFuture<Integer> post(URI address, String token) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                // A JWT has no character that a form would encode.
                .POST(BodyPublishers.ofString("logout_token=" + token))
                .build();
        return outbound.client()
                .sendAsync(request, BodyHandlers.ofInputStream())
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

    @Override
    public void close() {
        outbound.close();
    }
}

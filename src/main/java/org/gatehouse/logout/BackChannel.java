package org.gatehouse.logout;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.outbox.Post;
import org.gatehouse.outbox.Reply;

/** Posts logout tokens to clients (OpenID Connect Back-Channel Logout 1.0 section 2.5). */
class BackChannel implements AutoCloseable {
    /** The longest time until a client has answered. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final Post post = new Post("gatehouse-logout", LONGEST);

    /** Sends a token. */
    CompletableFuture<Reply> send(URI address, String token) {
        return post.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                // A JWT has no character that a form would encode.
                .POST(BodyPublishers.ofString("logout_token=" + token)));
    }

    @Override
    public void close() {
        post.close();
    }
}

package org.gatehouse.kyc.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.outbox.Post;
import org.gatehouse.outbox.Reply;

/** Posts deliveries to webhooks (Standard Webhooks 1.0.0). */
class Receivers implements AutoCloseable {
    /** The longest time until a receiver has answered. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Reply NO_SECRET = new Reply(Optional.empty(), Optional.empty(), "the secret cannot be opened");

    private final Post post = new Post("gatehouse-webhooks", LONGEST);

    CompletableFuture<Reply> send(Attempt attempt) {
        Optional<Secrets> secrets = attempt.webhook().secrets();
        if (secrets.isEmpty()) return CompletableFuture.completedFuture(NO_SECRET);
        String signatures = secrets.get().signatures(attempt.id(), attempt.at(), attempt.body());
        return post.send(HttpRequest.newBuilder(attempt.webhook().url())
                .header("Content-Type", "application/json")
                .header("webhook-id", attempt.id())
                .header("webhook-timestamp", Long.toString(attempt.at().getEpochSecond()))
                .header("webhook-signature", signatures)
                .POST(BodyPublishers.ofString(attempt.body())));
    }

    @Override
    public void close() {
        post.close();
    }
}

package org.gatehouse.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gatehouse.http.Outbound;

/**
 * Sends requests of which the answer's head is all that counts. It follows no redirect, reads no body, and sends nothing to link-local addresses, where
 * clouds keep what their machines know of themselves.
 */
public class Post implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Post.class.getName());

    private final Outbound outbound;
    private final Duration longest;

    /**
     * @param threads the name of its threads
     * @param longest the longest time until an answer has come
     */
    public Post(String threads, Duration longest) {
        this.outbound = new Outbound(threads, longest);
        this.longest = longest;
    }

    /** Sends a request; what it gives never fails. */
    public CompletableFuture<Reply> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(longest).build();
        return CompletableFuture.runAsync(() -> check(request.uri().getHost()), outbound.threads())
                .thenCompose(checked -> outbound.client().sendAsync(request, BodyHandlers.ofInputStream()))
                .thenApply(Post::reply)
                .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(Reply::none);
    }

    /** A name can lead anywhere, each time anew. */
    private static void check(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (address.isLinkLocalAddress()) throw new UncheckedIOException(new IOException("link-local address"));
            }
        } catch (UnknownHostException e) {
            // The client says so itself; or a proxy knows the name.
            LOG.log(Level.DEBUG, "not known here", e);
        }
    }

    private static Reply reply(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the body of an answer that nobody reads", e);
        }
        return Reply.of(response);
    }

    @Override
    public void close() {
        outbound.close();
    }
}

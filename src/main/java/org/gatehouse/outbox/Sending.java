package org.gatehouse.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A try that is under way.
 *
 * @param reply what comes of it; never fails
 * @param done notes what came, on a thread of the server's; it is not called where the server has no thread
 */
public record Sending(CompletableFuture<Reply> reply, Consumer<Reply> done) {}

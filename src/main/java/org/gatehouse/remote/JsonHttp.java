package org.gatehouse.remote;

import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.gatehouse.http.Json;
import org.gatehouse.http.Outbound;

/**
 * Sends requests whose answers are short JSON objects. Never follows a redirect: what we ask carries a key, and what we are told decides
 * privileges.
 */
public final class JsonHttp implements AutoCloseable {
    /** The longest answer that is read, in bytes. */
    public static final int MAX_BYTES = 65_536;

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Outbound outbound;

    /**
     * @param threads the name of its threads
     * @param connectTimeout the longest time that a connection may take
     */
    public JsonHttp(String threads, Duration connectTimeout) {
        outbound = new Outbound(threads, connectTimeout);
    }

    /** Sends a request and returns at once. */
    public CompletableFuture<HttpResponse<byte[]>> begin(HttpRequest request) {
        return outbound.client().sendAsync(request, head -> new LimitedBody(MAX_BYTES));
    }

    /**
     * Waits for the whole answer. {@link HttpRequest#timeout} would not do: it ends with the headers (JDK-8258397), and a body can dribble
     * for ever.
     *
     * @throws NoAnswer if there is none before the deadline, or none with status 200 and a JSON object of at most {@value #MAX_BYTES} bytes
     */
    public JsonObject await(CompletableFuture<HttpResponse<byte[]>> call, Deadline deadline) {
        try {
            HttpResponse<byte[]> response = call.get(deadline.nanos(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != OK) throw refused(response.statusCode());
            return json(response.body());
        } catch (TimeoutException e) {
            throw NoAnswer.lasting("does not answer in time");
        } catch (ExecutionException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswer.lasting("was asked by a thread that is to stop");
        } finally {
            // Closes the connection of a call that was given up; does nothing to one that is done.
            call.cancel(true);
        }
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws NoAnswer as {@link #await}
     */
    public JsonObject send(HttpRequest request, Deadline deadline) {
        return await(begin(request), deadline);
    }

    private static JsonObject json(byte[] body) {
        return Json.parse(body).orElseThrow(() -> NoAnswer.lasting("answers with something else than a JSON object"));
    }

    private static NoAnswer refused(int status) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> new NoAnswer(NoAnswer.Kind.PASSING, "answers with status 503");
            case TOO_MANY_REQUESTS -> NoAnswer.lasting("answers with status 429: we ask too often");
            default -> NoAnswer.lasting("answers with status " + status);
        };
    }

    private static NoAnswer broken(ExecutionException e) {
        if (e.getCause() instanceof NoAnswer known) return known;
        if (e.getCause() instanceof HttpTimeoutException) return NoAnswer.lasting("does not answer in time");
        if (e.getCause() instanceof ConnectException)
            return new NoAnswer(NoAnswer.Kind.PASSING, "cannot be connected to");
        if (e.getCause() instanceof SSLException) return NoAnswer.lasting("fails at TLS");
        return NoAnswer.lasting("broke the connection");
    }

    @Override
    public void close() {
        outbound.close();
    }
}

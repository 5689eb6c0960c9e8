package org.gatehouse.outbox;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What came of a try.
 *
 * @param status the status of the answer; empty where none came
 * @param retryAfter the header {@code Retry-After} of the answer
 * @param fault why none came; empty where one did
 */
public record Reply(Optional<Integer> status, Optional<String> retryAfter, String fault) {
    static Reply of(HttpResponse<?> response) {
        return new Reply(Optional.of(response.statusCode()), response.headers().firstValue("Retry-After"), "");
    }

    /** No answer came. */
    public static Reply none(Throwable fault) {
        Throwable cause = fault;
        while ((cause instanceof CompletionException || cause instanceof UncheckedIOException)
                && cause.getCause() != null) cause = cause.getCause();
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new Reply(Optional.empty(), Optional.empty(), cause.getClass().getSimpleName() + message);
    }

    /** An answer of this status. */
    public static Reply of(int status) {
        return new Reply(Optional.of(status), Optional.empty(), "");
    }

    /** For the log. */
    @Override
    public String toString() {
        return status.map(code -> "status " + code).orElse(fault);
    }
}

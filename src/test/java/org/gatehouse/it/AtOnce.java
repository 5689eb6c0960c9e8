package org.gatehouse.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many calls at once, of 50 threads at most. */
final class AtOnce {
    private static final int THREADS = 50;

    private AtOnce() {}

    /** What came of as many calls, and how often. */
    static Map<String, Integer> outcomes(int calls, Callable<String> call) {
        Map<String, Integer> outcomes = new TreeMap<>();
        all(Collections.nCopies(calls, call)).forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        return outcomes;
    }

    /** What came of each of these calls, in their order. */
    static List<String> all(List<Callable<String>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(calls.size(), THREADS));
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : threads.invokeAll(calls)) outcomes.add(outcome.get());
            return outcomes;
        } catch (ExecutionException e) {
            throw new AssertionError("a call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

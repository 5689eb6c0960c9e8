package org.gatehouse.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A client for requests to others, over HTTP 1.1. It never follows a redirect: whom we ask, and whom we tell, is what was configured.
 *
 * <p>One for the life of the application. Its work runs on a few threads of ours, because a lookup of a name can hang and the client's own pool has
 * no limit; {@link #close} ends them. The client's selector thread ends by itself once the client is out of reach, since before Java 21 a client
 * cannot be closed. None of these threads inherits the class loader of the application, which it would otherwise hold after a redeployment.
 */
public final class Outbound implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 30;

    private final ExecutorService executor;
    private final HttpClient client;

    /**
     * @param threads the name of its threads
     * @param connectTimeout the longest time that a connection may take
     */
    public Outbound(String threads, Duration connectTimeout) {
        executor = executor(threads);
        client = outsideTheApplication(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(executor));
    }

    /** Sends the requests. */
    public HttpClient client() {
        return client;
    }

    /** Where its work runs: for work before a request that can hang as well. */
    public Executor threads() {
        return executor;
    }

    private static ExecutorService executor(String threads) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, threads);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Builds the client so that its selector thread inherits the platform's class loader. */
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

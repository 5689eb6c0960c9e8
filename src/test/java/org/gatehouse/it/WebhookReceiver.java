package org.gatehouse.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where a relying party is told of its applications: keeps what it is told, and answers as a test wants. */
final class WebhookReceiver implements AutoCloseable {
    private static final long SECONDS = 30;
    private static final List<String> HEADERS = List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private final HttpServer server;
    private final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();
    private volatile int status = 204;

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    static WebhookReceiver open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookReceiver receiver = new WebhookReceiver(server);
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** With which status it answers from now on. */
    void answer(int next) {
        status = next;
    }

    /** The next delivery that it was told: {@code {"headers", "body"}}. */
    JsonObject next() throws InterruptedException {
        JsonObject next = told.poll(SECONDS, TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nothing is delivered in " + SECONDS + " seconds");
        return next;
    }

    /** What the next delivery says. */
    JsonObject nextBody() throws InterruptedException {
        return Json.createReader(new StringReader(next().getString("body"))).readObject();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonObjectBuilder headers = Json.createObjectBuilder();
        HEADERS.forEach(name -> headers.add(name, exchange.getRequestHeaders().getFirst(name)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        told.add(Json.createObjectBuilder()
                .add("headers", headers)
                .add("body", body)
                .build());
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

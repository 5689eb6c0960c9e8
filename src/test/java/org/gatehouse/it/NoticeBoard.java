package org.gatehouse.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Where an application is told that sessions ended (OpenID Connect Back-Channel Logout 1.0), and keeps what it is told. */
final class NoticeBoard implements AutoCloseable {
    private final HttpServer server;
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    private NoticeBoard(HttpServer server) {
        this.server = server;
    }

    static NoticeBoard hang() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        NoticeBoard board = new NoticeBoard(server);
        server.createContext("/", board::take);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        return board;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/logout";
    }

    /** Whether it takes notices; else it answers 503. */
    void open(boolean takes) {
        open = takes;
    }

    /** The logout tokens about this session that it took. */
    List<String> about(String session) {
        return tokens.stream().filter(token -> isAbout(token, session)).toList();
    }

    /** The logout tokens about this session that it did not take. */
    List<String> refusedAbout(String session) {
        return refused.stream().filter(token -> isAbout(token, session)).toList();
    }

    private static boolean isAbout(String token, String session) {
        return Application.claims(token).getString("sid").equals(session);
    }

    private void take(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        (open ? tokens : refused).add(form.replaceFirst("^logout_token=", ""));
        exchange.sendResponseHeaders(open ? 200 : 503, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

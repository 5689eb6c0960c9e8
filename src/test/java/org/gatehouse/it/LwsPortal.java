package org.gatehouse.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * A portal of another origin with SelfKey's button: its page is that of {@code docs/portals.md}, with SelfKey's own library from npm, and the practice wallet
 * in the place of the browser extension.
 */
final class LwsPortal implements AutoCloseable {
    private static final NpmFolder FOLDER = new NpmFolder("lws-js-client");
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"><title>Portal</title>
            <script src="{gatehouse}/practice-wallet/extension.js"></script>
            %s
            """;

    private final HttpServer server;

    private LwsPortal(HttpServer server) {
        this.server = server;
    }

    /** Opens the portal that is registered as {@code lws-portal}. */
    static LwsPortal open() {
        try {
            FOLDER.install();
            int port = URI.create(address()).getPort();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", LwsPortal::answer);
            server.start();
            return new LwsPortal(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its origin. */
    String url() {
        return address();
    }

    private static String address() {
        return TestBed.portalUrl("lws-portal");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean script = exchange.getRequestURI().getPath().equals("/lws.min.js");
        byte[] body = script
                ? Files.readAllBytes(FOLDER.file("lws-js-client/dist/lws.min.js"))
                : page(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html;charset=UTF-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page(String path) {
        if (!path.equals("/")) return "<!DOCTYPE html><title>Portal</title><p>Here is " + path;
        return PAGE.formatted(Document.PORTALS.files("SelfKey").get("login.html"))
                .replace("{gatehouse}", TestBed.url())
                .replace("https://gatehouse.example.org", TestBed.url())
                .replace("https://portal.example.org", address())
                .replace("/selfkey/portal", "/selfkey/lws-portal");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

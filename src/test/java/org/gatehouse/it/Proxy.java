package org.gatehouse.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Debian's nginx in front of two portals, with the very lines that {@code docs/portals.md} shows. Behind it is a page that shows the headers that got
 * through to it, one in each line.
 */
final class Proxy {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final long START_SECONDS = 20;

    private static @Nullable Process nginx;
    private static @Nullable HttpServer page;

    private Proxy() {}

    /** Starts it, unless it runs already. */
    static synchronized void start() {
        if (nginx != null) return;
        try {
            HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            backend.createContext("/", Proxy::show);
            backend.start();
            page = backend;
            String behind = "http://127.0.0.1:" + backend.getAddress().getPort();
            Path folder = Files.createTempDirectory("gatehouse-nginx");
            Path file = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, behind));
            nginx = new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", file.toString(), "-e", "stderr")
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(Path.of("target", "nginx.log").toFile()))
                    .start();
            for (String portal : List.of("wiki", "forum"))
                awaitPort(URI.create(TestBed.portalUrl(portal)).getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized void stop() {
        if (nginx != null) nginx.destroy();
        if (page != null) page.stop(0);
    }

    private static void show(HttpExchange exchange) throws IOException {
        String headers = new TreeMap<>(exchange.getRequestHeaders())
                .entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                        .collect(Collectors.joining("\n"));
        byte[] body = (exchange.getRequestURI() + "\n" + headers).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    /** What belongs around a site, for a server that is nobody's but the test's. */
    private static String configuration(Path folder, String behind) throws IOException {
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(what -> "  " + what + "_temp_path " + folder.resolve(what) + ";\n")
                .collect(Collectors.joining());
        return "daemon off;\nworker_processes 1;\npid " + folder.resolve("pid")
                + ";\nevents {}\nhttp {\n  access_log off;\n" + temporary + site("wiki", behind)
                + site("forum", behind) + "}\n";
    }

    /** The documented site with this portal's names, and without TLS. */
    private static String site(String portal, String behind) throws IOException {
        String site = documented();
        site = changed(
                site,
                "listen 443 ssl;",
                "listen 127.0.0.1:" + URI.create(TestBed.portalUrl(portal)).getPort() + ";");
        site = changed(site, "    ssl_certificate /etc/ssl/private/portal.example.org.pem;\n", "");
        site = changed(site, "    ssl_certificate_key /etc/ssl/private/portal.example.org.key;\n", "");
        site = changed(site, "portal.example.org", "localhost");
        site = changed(site, "forward-auth/portal", "forward-auth/" + portal);
        site = changed(site, "https://gatehouse.example.org", TestBed.url());
        return changed(site, "http://127.0.0.1:3000", behind);
    }

    private static String documented() throws IOException {
        String begin = "```nginx\n";
        String document = Files.readString(Path.of("docs", "portals.md"));
        int from = document.indexOf(begin) + begin.length();
        return document.substring(from, document.indexOf("```", from));
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) throw new AssertionError("docs/portals.md does not have: " + from);
        return text.replace(from, to);
    }

    private static void awaitPort(int port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) return;
            } catch (ConnectException e) {
                if (System.nanoTime() > end) throw e;
            }
            Thread.onSpinWait();
        }
    }
}

package org.gatehouse.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {
    private final Post post = new Post("test", Duration.ofSeconds(5));
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        post.close();
    }

    @Test
    void noRedirectIsFollowed() {
        Reply reply = send("http://localhost:" + server.getAddress().getPort() + "/hook");
        assertEquals(Optional.of(307), reply.status());
        assertEquals(Optional.of("7"), reply.retryAfter());
        assertEquals(List.of("/hook"), asked);
    }

    @Test
    void whoIsNotThereIsAReplyAsWell() {
        int port = server.getAddress().getPort();
        server.stop(0);
        Reply reply = send("http://localhost:" + port + "/hook");
        assertEquals(Optional.empty(), reply.status());
        assertTrue(reply.fault().startsWith("ConnectException"), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "2852039166", "[fe80::1]", "[::ffff:169.254.169.254]"})
    void nothingIsSentToLinkLocalAddresses(String host) {
        assertEquals(
                "IOException: link-local address",
                send("http://" + host + "/latest/meta-data").fault());
    }

    private Reply send(String url) {
        return post.send(HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.noBody()))
                .join();
    }
}

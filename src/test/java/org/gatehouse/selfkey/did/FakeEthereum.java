package org.gatehouse.selfkey.did;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.http.Json;
import org.jspecify.annotations.Nullable;

/** An Ethereum node with SelfKey's registry and nothing else in it. */
public final class FakeEthereum implements AutoCloseable {
    /** Where the registry is. */
    public static final String CONTRACT = "0x0cb853331293d689c95187190e09bb46cb4e533e";

    private static final String GET_CONTROLLER = "0x8f1815b2";
    private static final String NOBODY = "0x" + "0".repeat(40);

    private final Map<String, String> controllers = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile @Nullable String body;

    private FakeEthereum() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts on a free port of the loopback, with an empty registry. */
    public static FakeEthereum start() {
        try {
            return new FakeEthereum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The RPC endpoint. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v3/the-key-of-an-account");
    }

    /**
     * Writes into the registry.
     *
     * @param did {@code did:selfkey:0x} and 64 lower-case digits
     * @param address who controls it from now on
     */
    public void controller(String did, String address) {
        controllers.put(did.substring(did.lastIndexOf("0x") + 2), address);
    }

    /** Answers everything with this from now on. */
    public void answer(int with, String text) {
        status = with;
        body = text;
    }

    /** Answers from the registry from now on. */
    public void recover() {
        status = 200;
        body = null;
    }

    /** How often it was asked. */
    public int calls() {
        return calls.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            JsonObject call = Json.read(exchange.getRequestBody()).orElseThrow();
            String said = body;
            byte[] answer = (said == null ? result(call) : said).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String result(JsonObject call) {
        JsonObject what = call.getJsonArray("params").getJsonObject(0);
        String data = what.getString("data");
        boolean asked = call.getString("method").equals("eth_call")
                && call.getJsonArray("params").getString(1).equals("latest")
                && what.getString("to").equals(CONTRACT)
                && data.startsWith(GET_CONTROLLER);
        String address = controllers.getOrDefault(data.substring(GET_CONTROLLER.length()), NOBODY);
        return Json.object()
                .add("jsonrpc", "2.0")
                .add("id", call.getInt("id"))
                .add("result", asked ? "0x" + "0".repeat(24) + address.substring(2) : "0x")
                .build()
                .toString();
    }

    /** Stops at once: connections are refused from now on. */
    @Override
    public void close() {
        server.stop(0);
    }
}

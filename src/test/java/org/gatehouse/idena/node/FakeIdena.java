package org.gatehouse.idena.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gatehouse.http.Json;
import org.gatehouse.wallet.Address;

/**
 * Idena for tests: one HTTP server on the loopback that answers as a node ({@link #url}) and as the public API ({@link #apiUrl}). A
 * test says who is what and how well the network behaves, and may ask what it was asked. All methods may be called at any time.
 */
public final class FakeIdena implements AutoCloseable {
    /** What can be asked. A node answers state, age and stake in one. */
    public enum Question {
        IDENTITY,
        AGE,
        STAKE,
        EPOCH
    }

    /** How a question is answered. */
    public enum Behaviour {
        NORMAL,
        /** Nothing comes until {@link #release} or {@link #close}. */
        HANGING,
        /** Headers and half of the body come at once, the rest after {@link #release} or {@link #close}. */
        DRIBBLING,
        /** The connection is closed without an answer. */
        CUTTING,
        /** Status 200 and a web page. */
        GARBAGE,
        /** The right answer about somebody else. */
        OTHER_PERSON,
        /** A right answer with so much around it that it is longer than anyone should read. */
        HUGE,
        /** 307 to a place that gives the right answer. */
        REDIRECTING,
        TOO_MANY_REQUESTS,
        UNAVAILABLE,
        FAULTY
    }

    private record Person(IdenaState state, long age, String stake) {}

    private static final String ELSEWHERE = "/elsewhere";
    private static final Address OTHER = Address.parse("0x00000000000000000000000000000000000000ff");
    private static final int PATIENCE_SECONDS = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fake-idena");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Address, Person> people = new ConcurrentHashMap<>();
    private final Map<Question, Deque<Behaviour>> behaviours = new EnumMap<>(Question.class);
    private final Map<Question, String> fixed = new ConcurrentHashMap<>();
    private final Map<Question, Integer> calls = new EnumMap<>(Question.class);
    private volatile String key = "";
    private volatile long epoch = 150;
    private volatile Instant nextValidation = Instant.parse("2999-01-01T13:30:00Z");
    private volatile String period = "None";
    private boolean released;

    private FakeIdena(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    /** Starts on this port of the loopback, or on a free one where it is 0. Nobody is known, no ceremony is near, no key is wanted. */
    public static FakeIdena start(int port) {
        try {
            FakeIdena idena = new FakeIdena(port);
            idena.server.start();
            return idena;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the server, where the node's RPC is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The base of the public API. */
    public URI apiUrl() {
        return url().resolve("/api");
    }

    /** A person from now on, with age 12 and a stake of 1000.5 iDNA. */
    public void person(Address address, IdenaState state) {
        person(address, state, 12, "1000.5");
    }

    /** A person from now on. */
    public void person(Address address, IdenaState state, long age, String stake) {
        people.put(address, new Person(state, age, stake));
    }

    /** The epoch from now on, and when it ends. */
    public void epoch(long number, Instant endsAt) {
        epoch = number;
        nextValidation = endsAt;
    }

    /** The node's period from now on: None, FlipLottery, ShortSession, LongSession or AfterLongSession. */
    public void period(String name) {
        period = name;
    }

    /** The API key that the node wants from now on; none if empty. */
    public void wantKey(String secret) {
        key = secret;
    }

    /** How all questions are answered from now on. */
    public void behave(Behaviour behaviour) {
        for (Question question : Question.values()) behave(question, behaviour);
    }

    /** How one question is answered from now on: the next times as listed, and after that as the last one says. */
    public synchronized void behave(Question question, Behaviour... inTurn) {
        released = false;
        behaviours.put(question, new ArrayDeque<>(List.of(inTurn)));
    }

    /** Answers one question with this body and status 200 from now on. */
    public void answer(Question question, String body) {
        fixed.put(question, body);
    }

    /** Lets those go on who hang, and answers normally from now on. */
    public synchronized void release() {
        behaviours.clear();
        released = true;
        notifyAll();
    }

    /** How often anything was asked. */
    public synchronized int calls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often this was asked. */
    public synchronized int calls(Question question) {
        return calls.getOrDefault(question, 0);
    }

    /** Waits until this was asked so often. */
    public synchronized void awaitCalls(Question question, int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (calls(question) < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) throw new AssertionError(question + " was asked " + calls(question) + " times only");
            wait(left);
        }
    }

    /** Stops at once: connections are refused from now on. */
    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().toLowerCase(Locale.ROOT);
            if (path.startsWith(ELSEWHERE)) path = path.substring(ELSEWHERE.length());
            if (exchange.getRequestMethod().equals("POST")) {
                node(exchange);
            } else if (path.startsWith("/api/")) {
                api(exchange, path.substring("/api".length()));
            } else {
                send(exchange, 404, "{}");
            }
        }
    }

    private void node(HttpExchange exchange) throws IOException {
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            send(exchange, 415, "invalid content type, only application/json is supported");
            return;
        }
        JsonObject request = Json.read(exchange.getRequestBody()).orElseThrow();
        if (!request.getString("key", "").equals(key)) {
            send(exchange, 200, rpcError(-32800, "the provided API key is invalid"));
            return;
        }
        switch (request.getString("method")) {
            case "dna_identity" -> {
                var params = request.getJsonArray("params");
                // As a real node: without an address it speaks of itself.
                Address address = params.isEmpty() ? OTHER : Address.parse(params.getString(0));
                respond(exchange, Question.IDENTITY, who -> rpc(nodeIdentity(who)), address);
            }
            case "dna_epoch" -> respond(exchange, Question.EPOCH, who -> rpc(nodeEpoch()), OTHER);
            default -> send(exchange, 200, rpcError(-32601, "the method does not exist/is not available"));
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        String[] parts = path.split("/", -1);
        if (path.equals("/epoch/last")) {
            respond(exchange, Question.EPOCH, who -> result(apiEpoch()), OTHER);
        } else if (parts.length == 3 && parts[1].equals("identity")) {
            respond(exchange, Question.IDENTITY, this::apiIdentity, Address.parse(parts[2]));
        } else if (parts.length == 4 && parts[1].equals("identity") && parts[3].equals("age")) {
            respond(exchange, Question.AGE, this::apiAge, Address.parse(parts[2]));
        } else if (parts.length == 3 && parts[1].equals("address")) {
            respond(exchange, Question.STAKE, this::apiAddress, Address.parse(parts[2]));
        } else {
            send(exchange, 404, "{}");
        }
    }

    private interface Reply {
        String about(Address address);
    }

    private void respond(HttpExchange exchange, Question question, Reply reply, Address address) throws IOException {
        String body = fixed.getOrDefault(question, reply.about(address));
        Behaviour behaviour = next(question);
        boolean redirected = exchange.getRequestURI().getPath().startsWith(ELSEWHERE);
        switch (redirected ? Behaviour.NORMAL : behaviour) {
            case NORMAL -> send(exchange, 200, body);
            case HANGING -> {
                hang();
                send(exchange, 200, body);
            }
            case DRIBBLING -> dribble(exchange, body);
            case CUTTING -> {
                // Closing the exchange before any header closes the connection.
            }
            case GARBAGE -> send(exchange, 200, "<!doctype html><title>Welcome to this network</title>");
            case OTHER_PERSON -> send(exchange, 200, reply.about(OTHER));
            case HUGE -> send(exchange, 200, body.replaceFirst("\\{", "{\"padding\":\"" + "x".repeat(100_000) + "\","));
            case REDIRECTING -> {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                url() + ELSEWHERE + exchange.getRequestURI().getRawPath());
                send(exchange, 307, "");
            }
            case TOO_MANY_REQUESTS -> send(exchange, 429, apiError("request limit exceeded"));
            case UNAVAILABLE -> send(exchange, 503, apiError("timeout while waiting for resource"));
            case FAULTY -> send(exchange, 500, body);
        }
    }

    private synchronized Behaviour next(Question question) {
        calls.merge(question, 1, Integer::sum);
        notifyAll();
        Deque<Behaviour> inTurn = behaviours.getOrDefault(question, new ArrayDeque<>());
        if (inTurn.isEmpty()) return Behaviour.NORMAL;
        return inTurn.size() > 1 ? inTurn.removeFirst() : inTurn.getFirst();
    }

    private synchronized void hang() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        try {
            while (!released && System.nanoTime() < end)
                wait(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dribble(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        hang();
        exchange.getResponseBody().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonObjectBuilder nodeIdentity(Address address) {
        Person person = people.getOrDefault(address, new Person(IdenaState.UNDEFINED, 0, "0"));
        return Json.object()
                .add("address", address.lowerCase())
                .add("stake", person.stake())
                .add("age", person.age())
                .add("state", person.state().idenaName())
                .add("pubkey", "")
                .add("online", false);
    }

    private JsonObjectBuilder nodeEpoch() {
        return Json.object()
                .add("startBlock", 1)
                .add("epoch", epoch)
                .add("nextValidation", nextValidation.toString())
                .add("currentPeriod", period);
    }

    private String apiIdentity(Address address) {
        Person person = people.get(address);
        if (person == null) return apiError("no data found");
        return result(Json.object()
                .add("address", address.toString())
                .add("state", person.state().idenaName())
                .add("totalShortAnswers", Json.object().add("point", 1.5).add("flipsCount", 2)));
    }

    private String apiAge(Address address) {
        Person person = people.get(address);
        if (person == null) return apiError("no data found");
        return Json.object().add("result", person.age()).build().toString();
    }

    private String apiAddress(Address address) {
        Person person = people.get(address);
        if (person == null) return apiError("no data found");
        return result(Json.object()
                .add("address", address.toString())
                .add("balance", "7.25")
                .add("stake", person.stake())
                .add("txCount", 1));
    }

    private JsonObjectBuilder apiEpoch() {
        return Json.object()
                .add("epoch", epoch)
                .add("validationTime", nextValidation.toString())
                .add("candidateCount", 0);
    }

    private static String result(JsonObjectBuilder result) {
        return Json.object().add("result", result).build().toString();
    }

    private static String rpc(JsonObjectBuilder result) {
        return Json.object()
                .add("jsonrpc", "2.0")
                .add("id", 1)
                .add("result", result)
                .build()
                .toString();
    }

    private static String rpcError(int code, String message) {
        return Json.object()
                .add("jsonrpc", "2.0")
                .add("id", JsonValue.NULL)
                .add("error", Json.object().add("code", code).add("message", message))
                .build()
                .toString();
    }

    private static String apiError(String message) {
        return Json.object()
                .add("error", Json.object().add("message", message))
                .build()
                .toString();
    }
}

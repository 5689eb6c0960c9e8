package org.gatehouse.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code bin/start} on a folder of data, with the WAR that the build made, at a port that was free. */
final class StartScript {
    /** Longer than the script itself has patience. */
    private static final long START_SECONDS = 300;

    private final Path data;
    private final Map<String, String> settings;
    private final int port = freePort();

    private Process server = new ProcessBuilder("true").start();

    /** @param settings more environment variables */
    StartScript(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
    }

    GatehouseSystem gatehouse() {
        return new GatehouseSystem("http://localhost:" + port);
    }

    /** Starts it, and waits until it says that it is ready. */
    void start() throws Exception {
        Path out = data.resolve("out-" + System.nanoTime());
        server = command(port).redirectOutput(out.toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(out).contains("Gatehouse is ready: http://localhost:" + port)) {
            if (!server.isAlive() || System.nanoTime() > end)
                throw new AssertionError("not ready: " + Files.readString(out));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** What a second start on the same data says, which has to fail. */
    String refusal() throws Exception {
        Process second = command(freePort()).start();
        if (!second.waitFor(60, TimeUnit.SECONDS) || second.exitValue() != 1) throw new AssertionError("it starts");
        return new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Ctrl-C; gives the exit value. */
    int interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
        if (!server.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("Ctrl-C does not stop it");
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        return server.exitValue();
    }

    /** The power goes: script and server at once, without a word. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private ProcessBuilder command(int onPort) {
        ProcessBuilder command = new ProcessBuilder(
                        // A build that runs in the background ignores Ctrl-C, and what it starts would too.
                        "env",
                        "--default-signal=INT",
                        "bin/start",
                        "--port",
                        Integer.toString(onPort),
                        "--data",
                        data.toString(),
                        "--war",
                        "target/gatehouse.war")
                .redirectErrorStream(true);
        command.environment().putAll(settings);
        return command;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

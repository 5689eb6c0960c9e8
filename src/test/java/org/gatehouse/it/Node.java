package org.gatehouse.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server in a process of its own with the WAR that the build made, below {@value #PATH}: one of several that share a database. */
final class Node {
    /** Where Gatehouse is on every node. */
    static final String PATH = "/gatehouse";

    private static final int WILDFLY_PORT = 8080;
    private static final int PATIENCE_SECONDS = 240;
    private static final Path WAR = Path.of("target", "gatehouse.war").toAbsolutePath();

    private final Process process;
    private final Path log;
    private final GatehouseSystem gatehouse;

    private Node(ProcessBuilder command, Map<String, String> settings, Path log, GatehouseSystem gatehouse)
            throws IOException {
        settings.forEach((key, value) ->
                command.environment().put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        this.process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        this.log = log;
        this.gatehouse = gatehouse;
    }

    /**
     * Starts Payara Micro.
     *
     * @param work a folder of its own
     * @param publicUrl what stands in the settings, which need not lead here
     */
    static Node payaraMicro(Path work, int port, String publicUrl, Map<String, String> settings) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                "java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "payara-micro.jar").toAbsolutePath().toString(),
                "--nohazelcast",
                "--port",
                Integer.toString(port),
                "--deploy",
                WAR + ":" + PATH);
        return new Node(command, settings, work.resolve("output"), at(publicUrl, port));
    }

    /** Starts WildFly, in the same way. */
    static Node wildfly(Path work, int port, String publicUrl, Map<String, String> settings) throws IOException {
        Path home = Path.of(System.getProperty("it.wildfly-home", ""));
        copy(home.resolve("standalone/configuration"), work.resolve("configuration"));
        Files.copy(WAR, Files.createDirectory(work.resolve("deployments")).resolve("gatehouse.war"));
        ProcessBuilder command = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + work,
                "-Djboss.socket.binding.port-offset=" + (port - WILDFLY_PORT));
        command.environment().put("JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true");
        return new Node(command, settings, work.resolve("output"), at(publicUrl, port));
    }

    private static GatehouseSystem at(String publicUrl, int port) {
        return new GatehouseSystem(publicUrl, "http://localhost:" + port + PATH);
    }

    GatehouseSystem gatehouse() {
        return gatehouse;
    }

    Node ready() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("not ready: " + Files.readString(log));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return this;
    }

    private boolean answers() {
        try {
            return gatehouse.get("/ops/health/ready").statusCode() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** The power goes (kill -9), and the process is gone when this returns. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }
}

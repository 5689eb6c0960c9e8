package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code server-config} as an administrator runs it: in the order of the names, with either database, and all the way back. */
class ServerConfigIT {
    private static final String PASSWORD = "p@ss:w0rd;x y";
    private static final int PAYARA = 20_000;
    private static final int PATIENCE_SECONDS = 180;

    /** Not JUnit's own folder: a server that is still going down writes to it. */
    private final Path work =
            Files.createTempDirectory(Path.of("target"), "server-config-").toAbsolutePath();

    @TempDir
    Path postgresData;

    /** Of WildFly's ports, and of all those that a Payara domain takes above its base. */
    private final int offset = Ports.freeOffset(
            400,
            8080,
            8443,
            9990,
            PAYARA + 9,
            PAYARA + 37,
            PAYARA + 38,
            PAYARA + 39,
            PAYARA + 48,
            PAYARA + 49,
            PAYARA + 59,
            PAYARA + 66,
            PAYARA + 76,
            PAYARA + 80,
            PAYARA + 81,
            PAYARA + 86);

    private final Map<String, String> environment = new TreeMap<>();

    private Runnable stop = () -> {};
    private Runnable reload = () -> {};

    ServerConfigIT() throws IOException {}

    @AfterEach
    void stop() {
        stop.run();
        // What did not come up does not always know how to go down.
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(work.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void payaraServer() throws Exception {
        String home = System.getProperty("it.payara-home", "");
        Path domains = work.resolve("domains");
        int base = PAYARA + offset;
        run(List.of(
                home + "/bin/asadmin",
                "create-domain",
                "--nopassword",
                "--portbase",
                base + "",
                "--domaindir",
                domains + "",
                "test"));
        stop = () -> tryRun(List.of(home + "/bin/asadmin", "stop-domain", "--domaindir", domains + "", "test"));
        run(List.of(home + "/bin/asadmin", "start-domain", "--domaindir", domains + "", "test"));
        String asadmin = home + "/bin/asadmin --terse --port " + (base + 48);
        environment.put("ASADMIN", asadmin);

        Snapshot snapshot = () -> run(words(asadmin + " get *"))
                + run(words(asadmin + " list-password-aliases"))
                + run(words(asadmin + " list-applications"));
        thereAndBackAgain("payara", new GatehouseSystem("http://localhost:" + (base + 80) + "/gatehouse"), snapshot);
    }

    @Test
    void wildfly() throws Exception {
        String home = System.getProperty("it.wildfly-home", "");
        Path base = work.resolve("standalone");
        copy(Path.of(home, "standalone", "configuration"), base.resolve("configuration"));
        Process server = process(List.of(
                        home + "/bin/standalone.sh",
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.socket.binding.port-offset=" + offset))
                .redirectOutput(work.resolve("wildfly.log").toFile())
                .start();
        stop = () -> {
            server.descendants().forEach(ProcessHandle::destroy);
            server.onExit().join();
        };
        String cli = home + "/bin/jboss-cli.sh --connect --timeout=30000 --controller=localhost:" + (9990 + offset);
        environment.put("JBOSS_CLI", cli);
        environment.put("GATEHOUSE_CONFIG", work.resolve("config").toString());
        await(() -> tryRun(words(cli + " --command=:read-attribute(name=server-state)"))
                .contains("running"));

        Snapshot snapshot = () -> run(words(cli + " --command=/:read-resource(recursive=true)"));
        reload = () -> {
            tryRun(words(cli + " --command=reload"));
            await(() -> tryRun(words(cli + " --command=:read-attribute(name=server-state)"))
                    .contains("running"));
        };
        // The other tests run in this server too, and have raised the limit of bodies there.
        script("wildfly", "85-undo-uploads.sh");
        reload.run();
        thereAndBackAgain(
                "wildfly", new GatehouseSystem("http://localhost:" + (8080 + offset) + "/gatehouse"), snapshot);
    }

    private void thereAndBackAgain(String server, GatehouseSystem gatehouse, Snapshot snapshot) throws Exception {
        Path key = work.resolve("master-key");
        environment.put(
                "GATEHOUSE_WAR",
                Path.of("target", "gatehouse.war").toAbsolutePath().toString());
        environment.put("GATEHOUSE_PUBLIC_URL", gatehouse.url());
        environment.put("GATEHOUSE_MASTER_KEY_FILE", key.toString());
        List<String> before = snapshot.take().lines().toList();

        environment.put("GATEHOUSE_DB_URL", "jdbc:h2:file:" + work.resolve("h2"));
        deployed(server, gatehouse, () -> assertTrue(Files.exists(work.resolve("h2.mv.db"))));
        String made = Files.readString(key);
        takenBack(server, gatehouse, snapshot, before);

        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(postgresData.resolve("pg"))
                .start()) {
            passwordOnly(postgres);
            environment.put("GATEHOUSE_DB_URL", postgres.getJdbcUrl("gatehouse", "gatehouse"));
            environment.put("GATEHOUSE_DB_USER", "gatehouse");
            environment.put("GATEHOUSE_DB_PASSWORD", PASSWORD);
            deployed(server, gatehouse, () -> execute(postgres, "select count(*) from flyway_schema_history"));
            takenBack(server, gatehouse, snapshot, before);
        }
        assertEquals(made, Files.readString(key), "the master key is made once and stays");
    }

    private void deployed(String server, GatehouseSystem gatehouse, Check database) throws Exception {
        for (String script : scripts(server)) if (script.compareTo("80") < 0) script(server, script);
        assertEquals(200, gatehouse.get("/ops/health/ready").statusCode());
        database.check();
    }

    private void takenBack(String server, GatehouseSystem gatehouse, Snapshot snapshot, List<String> before)
            throws Exception {
        assertTrue(snapshot.take().contains("gatehouse"), "a snapshot shows what the scripts changed");
        script(server, "80-undo-deploy.sh");
        assertEquals(404, gatehouse.get("/ops/health/ready").statusCode());
        for (String script : scripts(server)) if (script.compareTo("81") > 0) script(server, script);
        reload.run();

        // Payara writes down its own defaults when a first application comes, so that there may be more lines than
        // before.
        List<String> after = snapshot.take().lines().toList();
        assertEquals(
                List.of(), before.stream().filter(line -> !after.contains(line)).toList());
        assertEquals(
                List.of(),
                after.stream().filter(line -> line.contains("gatehouse")).toList());
        assertFalse(Files.exists(work.resolve("config")));
    }

    /** Whoever comes needs a password: the embedded PostgreSQL would take any. */
    private void passwordOnly(EmbeddedPostgres postgres) throws Exception {
        execute(
                postgres,
                "create user gatehouse password '" + PASSWORD + "'",
                "create database gatehouse owner gatehouse");
        Path rules = postgresData.resolve("pg").resolve("pg_hba.conf");
        Files.writeString(rules, "host all gatehouse all scram-sha-256\n" + Files.readString(rules));
        execute(postgres, "select pg_reload_conf()");
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        boolean ours = statements[0].contains("flyway");
        try (Connection connection = (ours
                                ? postgres.getDatabase("postgres", "gatehouse")
                                : postgres.getPostgresDatabase())
                        .getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    /** In the order of their numbers: there, from 80 on back again. */
    private static List<String> scripts(String server) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("server-config", server))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sh"))
                    .sorted()
                    .toList();
        }
    }

    private void script(String server, String name) {
        run(List.of("server-config/" + server + "/" + name));
    }

    private String run(List<String> command) {
        Result result = execute(command);
        if (result.exit() != 0) throw new AssertionError(command + " failed: " + result.output());
        return result.output();
    }

    private String tryRun(List<String> command) {
        return execute(command).output();
    }

    private Result execute(List<String> command) {
        try {
            Path output = Files.createTempFile(work, "command-", ".log");
            Process process = process(command).redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " takes too long");
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> words(String command) {
        return List.of(command.split(" ", -1));
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > end) throw new AssertionError("the server does not start");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
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

    private record Result(int exit, String output) {}

    private interface Snapshot {
        String take();
    }

    private interface Check {
        void check() throws Exception;
    }

    private interface Condition {
        boolean holds();
    }
}

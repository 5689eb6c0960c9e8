package org.gatehouse.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of a run that wants one. */
final class Database {
    private static @Nullable EmbeddedPostgres postgres;
    private static int port;
    private static Path data = Path.of("");

    private Database() {}

    /** Whether the server under test has this PostgreSQL; else it has an H2 of its own. */
    static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("it.database"));
    }

    /** Starts it, empty. */
    static void start() throws IOException {
        data = Files.createTempDirectory("gatehouse-postgresql");
        port = run(0).getPort();
    }

    static String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Stops it as a crash would, does something, and starts it again with its data. */
    static void away(Runnable meanwhile) {
        try {
            stop();
            try {
                meanwhile.run();
            } finally {
                run(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stop() throws IOException {
        if (postgres != null) postgres.close();
        postgres = null;
    }

    private static EmbeddedPostgres run(int onPort) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        if (onPort > 0) builder.setPort(onPort);
        EmbeddedPostgres started = builder.start();
        postgres = started;
        return started;
    }
}

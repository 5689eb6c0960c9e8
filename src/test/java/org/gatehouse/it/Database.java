package org.gatehouse.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** How many rows each table has; nothing where the database is inside the server, which lets nobody else in. */
    static Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        if (!isPostgresql()) return rows;
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (found.next()) tables.add(found.getString(1));
            }
            String all = tables.stream()
                    .map(table -> "select '" + table + "', count(*) from " + table)
                    .collect(Collectors.joining(" union all "));
            try (ResultSet counted = statement.executeQuery(all)) {
                while (counted.next()) rows.put(counted.getString(1), counted.getLong(2));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("rows cannot be counted", e);
        }
    }

    /** The tables that have more rows than before, but for these; the trail is meant to tell of refusals. */
    static Map<String, Long> more(Map<String, Long> before, Set<String> allowed) {
        Map<String, Long> more = rows();
        more.entrySet()
                .removeIf(table -> table.getKey().equals("audit_event")
                        || allowed.contains(table.getKey())
                        || table.getValue() <= before.getOrDefault(table.getKey(), 0L));
        return more;
    }

    /** The number that a query gives. */
    static long number(String query) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Changes rows behind the server's back. */
    static void change(String statement) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
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

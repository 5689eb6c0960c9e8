package org.gatehouse.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** What can be said of the database itself. */
@ApplicationScoped
public class DatabaseFacts {
    private static final Logger LOG = System.getLogger(DatabaseFacts.class.getName());

    @Resource(lookup = GatehouseDataSource.JNDI)
    DataSource dataSource;

    /**
     * The database that runs.
     *
     * @param product its name and version
     * @param schema the version of the schema, which is the last migration's
     * @param time what its clock says
     */
    public record Facts(String product, String schema, Instant time) {}

    /** Asks the database; empty where it does not answer. */
    public Optional<Facts> ask() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            String product = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
            return Optional.of(new Facts(product, schema(statement), time(statement)));
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the database says nothing of itself: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String schema(Statement statement) throws SQLException {
        String last =
                "select \"version\" from \"flyway_schema_history\" where \"success\" order by \"installed_rank\" desc";
        try (ResultSet rows = statement.executeQuery(last)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static Instant time(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select current_timestamp")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}

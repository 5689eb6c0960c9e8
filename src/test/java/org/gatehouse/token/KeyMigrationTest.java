package org.gatehouse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A database of the release before wallet tokens. */
class KeyMigrationTest {
    private static final String VALUES =
            "(kid, algorithm, generation, public_jwk, private_sealed, created_at, active_from) values";

    @Test
    void theKeysThatThereWereSignTokensAsBefore() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:before;DB_CLOSE_DELAY=-1");
        FluentConfiguration flyway = Flyway.configure().dataSource(source).locations("classpath:db/migration");
        flyway.target("2").load().migrate();
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("insert into signing_key " + VALUES + " ('one', 'ES256', 1, '{}', 'sealed', 5, 6)");
            flyway.target("latest").load().migrate();
            try (ResultSet row = sql.executeQuery("select * from signing_key")) {
                row.next();
                assertEquals("one", row.getString("kid"));
                assertEquals("TOKEN", row.getString("family"));
                assertEquals("sealed", row.getString("private_sealed"));
                assertEquals(6, row.getLong("active_from"));
            }
            String wallet = "insert into signing_key " + VALUES.replace("(kid", "(family, kid");
            assertEquals(1, sql.executeUpdate(wallet + " ('WALLET', 'two', 'ES256', 1, '{}', 'sealed', 5, 6)"));
            assertThrows(
                    SQLException.class,
                    () -> sql.executeUpdate(wallet + " ('WALLET', 'three', 'ES256', 1, '{}', 'sealed', 5, 6)"));
        }
    }
}

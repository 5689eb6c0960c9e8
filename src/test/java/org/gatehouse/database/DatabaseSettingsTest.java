package org.gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
    private static DatabaseSettings read(Map<String, String> changes) {
        return DatabaseSettings.read(Defaults.with(changes));
    }

    @Test
    void theDeliveredDatabaseIsOneInMemoryWithoutAPassword() {
        assertEquals(
                new DatabaseSettings("jdbc:h2:mem:gatehouse;DB_CLOSE_DELAY=-1", "gatehouse", Optional.empty()),
                read(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://db/gatehouse",
                "jdbc:postgres://db/gatehouse",
                "postgresql://db/gatehouse",
                "JDBC:H2:mem:x",
                "jdbc:h2",
                "java:/jdbc/gatehouse"
            })
    void anyOtherDatabaseStopsTheStart(String url) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> read(Map.of("gatehouse.db.url", url)));
        assertEquals("gatehouse.db.url: must begin with jdbc:h2: or jdbc:postgresql:", wrong.getMessage());
    }

    @Test
    void aUserIsNeeded() {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> read(Map.of("gatehouse.db.user", "")));
        assertEquals("gatehouse.db.user: needs a value", wrong.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/gatehouse?password=hunter2",
                "jdbc:postgresql://db/gatehouse?ssl=true&PassWord=hunter2",
                "jdbc:postgresql://db/gatehouse?sslpassword=hunter2",
                "jdbc:h2:mem:x;PASSWORD=hunter2"
            })
    void aPasswordInTheUrlStopsTheStartAsDriversAndPoolsWouldShowIt(String url) {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> read(Map.of("gatehouse.db.url", url)));
        assertEquals(
                "gatehouse.db.url: must not hold a password, which belongs into gatehouse.db.password",
                wrong.getMessage());
    }

    @Test
    void itsNameInALogHasNeitherPasswordNorUrl() {
        DatabaseSettings settings =
                read(Map.of("gatehouse.db.url", "jdbc:postgresql://db/gatehouse", "gatehouse.db.password", "hunter3"));
        assertEquals("database of gatehouse", settings.toString());
    }

    @Test
    void connectsAsTheUserWithThePassword() throws SQLException {
        String url = "jdbc:h2:mem:settings;DB_CLOSE_DELAY=-1";
        Map<String, String> right = Map.of("gatehouse.db.url", url, "gatehouse.db.password", "hunter2");
        try (Connection connection = read(right).connect("gatehouse")) {
            assertEquals("GATEHOUSE", connection.getMetaData().getUserName());
        }
        Map<String, String> wrong = Map.of("gatehouse.db.url", url, "gatehouse.db.password", "hunter3");
        SQLException refused =
                assertThrows(SQLException.class, () -> read(wrong).connect("gatehouse"));
        assertEquals("28000", refused.getSQLState());
        assertFalse(String.valueOf(refused.getMessage()).contains("hunter"));
    }

    @Test
    void h2WritesWhatIsCommittedAtOnce() throws SQLException {
        String sql = "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";
        try (Connection connection = read(Map.of()).connect("gatehouse");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next());
            assertEquals("0", row.getString(1));
        }
    }
}

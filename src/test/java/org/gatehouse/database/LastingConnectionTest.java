package org.gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastingConnectionTest {
    private final List<Connection> opened = new ArrayList<>();
    private final Connection connection = LastingConnection.of(this::open);

    @Test
    void opensNothingBeforeItIsUsed() throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        assertTrue(opened.isEmpty());
    }

    @Test
    void opensAgainWhereTheRealOneHasDied() throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        connection.setAutoCommit(false);
        assertEquals(1, one());
        connection.commit();
        opened.get(0).close();
        assertEquals(1, one());
        assertEquals(2, opened.size());
        assertFalse(opened.get(1).getAutoCommit());
        assertEquals(Connection.TRANSACTION_SERIALIZABLE, opened.get(1).getTransactionIsolation());
    }

    @Test
    void aTransactionNeverGoesOnOnAnotherConnection() throws SQLException {
        connection.setAutoCommit(false);
        one();
        opened.get(0).close();
        assertThrows(SQLException.class, this::one);
        assertThrows(SQLException.class, connection::commit);
        assertEquals(1, opened.size());
    }

    @Test
    void rollingBackADeadConnectionIsWhatHappenedAnyway() throws SQLException {
        connection.setAutoCommit(false);
        one();
        opened.get(0).close();
        connection.rollback();
        assertEquals(1, one());
        assertEquals(2, opened.size());
    }

    @Test
    void isClosedForGood() throws SQLException {
        one();
        connection.close();
        assertTrue(opened.get(0).isClosed());
        assertTrue(connection.isClosed());
        assertThrows(SQLException.class, this::one);
    }

    @Test
    void tellsWhatTheDatabaseSays() {
        Connection broken = LastingConnection.of(() -> {
            throw new SQLException("away", "08001");
        });
        assertEquals(
                "08001",
                assertThrows(SQLException.class, broken::createStatement).getSQLState());
    }

    private int one() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select 1")) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection open() throws SQLException {
        Connection real = java.sql.DriverManager.getConnection("jdbc:h2:mem:");
        opened.add(real);
        return real;
    }
}

package org.gatehouse.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * Where the database is.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user the database user
 * @param password its password, if it has one
 */
record DatabaseSettings(String url, String user, Optional<String> password) implements Settings {
    static final String URL = "gatehouse.db.url";
    private static final Pattern PASSWORD = Pattern.compile("[?&;](ssl)?password=", Pattern.CASE_INSENSITIVE);
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 30;

    static DatabaseSettings read(Keys keys) {
        String url = keys.text(URL);
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting(URL, "must begin with jdbc:h2: or jdbc:postgresql:");
        }
        // Drivers and pools show a URL in messages.
        if (PASSWORD.matcher(url).find()) {
            throw new WrongSetting(URL, "must not hold a password, which belongs into gatehouse.db.password");
        }
        return new DatabaseSettings(url, keys.text("gatehouse.db.user"), keys.optional("gatehouse.db.password"));
    }

    /**
     * A new connection of the driver that this WAR brings, whatever drivers the server knows.
     *
     * @param applicationName what a PostgreSQL server shows in its list of connections
     */
    Connection connect(String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.orElse(""));
        if (postgresql()) {
            // Without limits of its own a request would hang as long as a network that lost its peer.
            properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
            properties.setProperty("socketTimeout", Integer.toString(SOCKET_SECONDS));
            properties.setProperty("ApplicationName", applicationName);
        } else {
            // H2 else writes half a second later, and what was answered by then is lost when the process is killed.
            properties.setProperty("WRITE_DELAY", "0");
        }
        Driver driver = postgresql() ? new org.postgresql.Driver() : new org.h2.Driver();
        Connection connection = driver.connect(url, properties);
        if (connection == null)
            throw new SQLException(URL + " is not a URL of " + driver.getClass().getName());
        return connection;
    }

    private boolean postgresql() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "database of " + user;
    }
}

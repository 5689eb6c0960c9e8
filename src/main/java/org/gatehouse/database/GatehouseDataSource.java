package org.gatehouse.database;

import jakarta.annotation.sql.DataSourceDefinition;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gatehouse.config.Keys;
import org.jspecify.annotations.Nullable;

/**
 * The data source that the server pools. Payara and WildFly replace different expressions in {@link DataSourceDefinition}, so that
 * neither form works on both; hence this class reads the keys itself and hands on to the driver.
 */
@DataSourceDefinition(
        name = GatehouseDataSource.JNDI,
        className = "org.gatehouse.database.GatehouseDataSource",
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 30,
        // WildFly refuses a data source without any property.
        properties = "applicationName=gatehouse")
public class GatehouseDataSource implements DataSource {
    static final String JNDI = "java:app/jdbc/gatehouse";

    private final DatabaseSettings settings = DatabaseSettings.read(new Keys(ConfigProvider.getConfig()));
    private String applicationName = "";
    private int loginTimeoutSeconds;
    private @Nullable PrintWriter logWriter;

    /** Made by the server. */
    public GatehouseDataSource() {}

    /** The name under which a PostgreSQL server shows our connections. */
    public void setApplicationName(String applicationName) {
        this.applicationName = applicationName;
    }

    @Override
    public Connection getConnection() {
        return LastingConnection.of(() -> settings.connect(applicationName));
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeoutSeconds;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeoutSeconds = seconds;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        logWriter = writer;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the drivers log for themselves");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) return type.cast(this);
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}

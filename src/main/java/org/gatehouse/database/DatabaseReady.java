package org.gatehouse.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.gatehouse.ops.ReadyCheck;

/** Ready when a connection of the pool answers. */
@ApplicationScoped
class DatabaseReady implements ReadyCheck {
    private static final Logger LOG = System.getLogger(DatabaseReady.class.getName());
    private static final int SECONDS = 3;

    @Resource(lookup = GatehouseDataSource.JNDI)
    DataSource dataSource;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean ready() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            return statement.execute("select 1");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "database not ready: {0}", e.getMessage());
            return false;
        }
    }
}

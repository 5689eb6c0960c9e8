package org.gatehouse.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to this version before anything else uses it. Nodes that start at once wait for one another on Flyway's lock.
 */
@ApplicationScoped
class Migrations {
    private static final int AFTER_THE_SETTINGS = Interceptor.Priority.PLATFORM_BEFORE + 100;

    @Resource(lookup = GatehouseDataSource.JNDI)
    DataSource dataSource;

    void migrate(@Observes @Priority(AFTER_THE_SETTINGS) Startup start) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}

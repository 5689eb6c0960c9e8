package org.gatehouse.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.gatehouse.Fake;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A database in memory with the real schema and the real entities, for the field of a test class with {@link RegisterExtension}. All of them are one
 * database, which every test leaves empty.
 */
public final class TestDatabase implements AfterEachCallback {
    private static final JdbcDataSource SOURCE = migrated();
    private static final EntityManagerFactory FACTORY = factory();

    private final List<EntityManager> opened = new ArrayList<>();
    private final EntityManager entities = anotherNode();

    /** What the classes under test are given. */
    public EntityManager entities() {
        return entities;
    }

    /** The same database as another node sees it, with transactions of its own. */
    public EntityManager anotherNode() {
        EntityManager other = FACTORY.createEntityManager();
        opened.add(other);
        return other;
    }

    /** Does this in a transaction of its own, with a persistence context of its own, as the server does for a call from outside. */
    public <T> T inTransaction(Supplier<T> work) {
        return inTransaction(entities, work);
    }

    /** The same for what gives nothing. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** The same on {@link #anotherNode()}. */
    public static <T> T inTransaction(EntityManager node, Supplier<T> work) {
        node.getTransaction().begin();
        try {
            T result = work.get();
            node.getTransaction().commit();
            return result;
        } finally {
            if (node.getTransaction().isActive()) node.getTransaction().rollback();
            node.clear();
        }
    }

    /** Stores this in a transaction of its own. */
    public void store(Object row) {
        inTransaction(() -> entities.persist(row));
    }

    /** What this JPQL query for texts finds now. */
    public List<String> texts(String query) {
        return inTransaction(() -> entities.createQuery(query, String.class).getResultList());
    }

    /** How many rows this entity has now. */
    public long count(String entity) {
        return inTransaction(() -> entities.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult());
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        opened.forEach(EntityManager::close);
        try (Connection connection = SOURCE.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            for (String table : tables(statement)) statement.execute("truncate table \"" + table + "\"");
            statement.execute("set referential_integrity true");
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history'")) {
            while (found.next()) tables.add(found.getString(1));
        }
        return tables;
    }

    private static JdbcDataSource migrated() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:rows;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    /** The persistence unit of the WAR, but for the transactions, which are not a server's. */
    private static EntityManagerFactory factory() {
        Properties properties = new Properties();
        properties.setProperty("eclipselink.weaving", "false");
        properties.setProperty("eclipselink.logging.level", "SEVERE");
        ClassLoader loader = TestDatabase.class.getClassLoader();
        PersistenceUnitInfo unit = Fake.of(
                PersistenceUnitInfo.class,
                Map.ofEntries(
                        Map.entry("getPersistenceUnitName", none -> "test"),
                        Map.entry("getPersistenceProviderClassName", none -> PersistenceProvider.class.getName()),
                        Map.entry("getTransactionType", none -> PersistenceUnitTransactionType.RESOURCE_LOCAL),
                        Map.entry("getJtaDataSource", none -> null),
                        Map.entry("getNonJtaDataSource", none -> SOURCE),
                        Map.entry("getMappingFileNames", none -> List.of()),
                        Map.entry("getJarFileUrls", none -> List.of()),
                        // Where the entities are: the provider finds them there, as on a server.
                        Map.entry("getPersistenceUnitRootUrl", none -> InstantColumn.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()),
                        Map.entry("getManagedClassNames", none -> List.of()),
                        Map.entry("excludeUnlistedClasses", none -> false),
                        Map.entry("getSharedCacheMode", none -> SharedCacheMode.NONE),
                        Map.entry("getValidationMode", none -> ValidationMode.NONE),
                        Map.entry("getProperties", none -> properties),
                        Map.entry("getPersistenceXMLSchemaVersion", none -> "3.0"),
                        Map.entry("getClassLoader", none -> loader),
                        Map.entry("getNewTempClassLoader", none -> loader),
                        Map.entry("addTransformer", none -> null)));
        return new PersistenceProvider().createContainerEntityManagerFactory(unit, Map.of());
    }
}

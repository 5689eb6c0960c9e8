package org.gatehouse.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection that outlives its database. Servers keep connections in a pool, and a {@code DataSourceDefinition} has no portable way to ask for
 * their validation: after an outage WildFly would hand out the dead ones for ever. So the connection that the pool keeps opens the real one when
 * it is first used, and a new one where the real one has died, but never within a transaction.
 */
final class LastingConnection implements InvocationHandler {
    /** Opens a connection to the database. */
    @FunctionalInterface
    interface Opener {
        /** A new connection. */
        Connection open() throws SQLException;
    }

    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int VALID_SECONDS = 2;

    private final Opener opener;

    /** What the pool has set, in order: it must hold for the next real connection too. */
    private final Map<Method, Object[]> settings = new LinkedHashMap<>();

    private @Nullable Connection real;
    private boolean autoCommit = true;
    private boolean inTransaction;
    private boolean closed;
    private long usedAt;

    private LastingConnection(Opener opener) {
        this.opener = opener;
    }

    static Connection of(Opener opener) {
        return (Connection) Proxy.newProxyInstance(
                LastingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LastingConnection(opener));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "connection of Gatehouse";
            case "isClosed" -> closed;
            case "getAutoCommit" -> autoCommit;
            case "close", "abort" -> end(method, arguments);
            case "commit", "rollback" -> endTransaction(method, arguments);
            case "setAutoCommit", "setTransactionIsolation", "setReadOnly" -> set(method, arguments);
            default -> use(method, arguments);
        };
    }

    private @Nullable Object use(Method method, Object[] arguments) throws Throwable {
        Connection connection = alive();
        boolean statement =
                method.getName().startsWith("prepare") || method.getName().equals("createStatement");
        if (statement && !autoCommit) inTransaction = true;
        return call(connection, method, arguments);
    }

    private @Nullable Object set(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("setAutoCommit")) {
            autoCommit = (Boolean) arguments[0];
            if (autoCommit) inTransaction = false;
        }
        settings.put(method, arguments);
        return real == null || !isAlive(real) ? null : call(real, method, arguments);
    }

    private @Nullable Object endTransaction(Method method, Object[] arguments) throws Throwable {
        // Without a savepoint among the arguments this ends the transaction, whatever comes of it.
        if (arguments.length == 0) inTransaction = false;
        if (real == null) return null;
        // A transaction that was not committed has gone with its connection: that is what was asked for.
        if (method.getName().equals("rollback") && real.isClosed()) return null;
        return call(real, method, arguments);
    }

    private @Nullable Object end(Method method, Object[] arguments) throws Throwable {
        closed = true;
        return real == null ? null : call(real, method, arguments);
    }

    private Connection alive() throws Throwable {
        if (closed) throw new SQLException("the connection is closed", "08003");
        if (real != null && (inTransaction || isAlive(real))) return real;
        Connection opened = opener.open();
        real = opened;
        for (Map.Entry<Method, Object[]> setting : settings.entrySet())
            call(opened, setting.getKey(), setting.getValue());
        return opened;
    }

    private boolean isAlive(Connection connection) throws SQLException {
        if (connection.isClosed()) return false;
        if (inTransaction || System.nanoTime() - usedAt < TRUSTED_NANOS || connection.isValid(VALID_SECONDS))
            return true;
        connection.close();
        return false;
    }

    private @Nullable Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            usedAt = System.nanoTime();
        }
    }
}

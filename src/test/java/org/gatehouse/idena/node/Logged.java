package org.gatehouse.idena.node;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the house writes to the log while it is open, at every level. */
final class Logged extends Handler implements AutoCloseable {
    private static final Logger HOUSE = Logger.getLogger("org.gatehouse");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    Logged() {
        HOUSE.setLevel(Level.ALL);
        HOUSE.addHandler(this);
    }

    /** Everything of this level, as it would be read. */
    List<String> at(Level level) {
        return records.stream()
                .filter(logged -> logged.getLevel().equals(level))
                .map(logged -> MessageFormat.format(logged.getMessage(), logged.getParameters()))
                .toList();
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        HOUSE.removeHandler(this);
        HOUSE.setLevel(null);
    }
}

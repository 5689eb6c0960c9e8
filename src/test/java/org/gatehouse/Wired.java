package org.gatehouse;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.audit.AuditTestBed;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.vault.MasterKey;
import org.gatehouse.vault.Randomness;

/** Makes beans with all that they are made of, on a database, for tests that go through many rooms: the delivered settings, and nobody who observes. */
public final class Wired {
    /** What was fired, in order. */
    public final List<Object> fired = new ArrayList<>();

    private final Map<Class<?>, Object> given = new HashMap<>();

    public Wired(EntityManager entities, Clock clock) {
        with(EntityManager.class, entities).with(Clock.class, clock);
        with(MasterKey.class, new MasterKey(new byte[MasterKey.BYTES], new Randomness()));
        AuditTestBed.wire(this);
        with(Randomness.class, new Randomness()).with(Keys.class, Defaults.keys());
        with(Event.class, Fake.of(Event.class, Map.of("fire", arguments -> {
            fired.add(arguments[0]);
            return null;
        })));
        with(
                Instance.class,
                Fake.of(
                        Instance.class,
                        Map.of("iterator", none -> Collections.emptyIterator(), "handles", none -> List.of())));
    }

    /** The same with this in the place of what would be made. */
    public Wired with(Class<?> type, Object bean) {
        given.put(type, bean);
        return this;
    }

    /** A bean of this type. */
    public <T> T make(Class<T> type) {
        if (!given.containsKey(type)) given.put(type, made(type));
        return type.cast(given.get(type));
    }

    private Object made(Class<?> type) {
        try {
            if (Settings.class.isAssignableFrom(type)) {
                Method read = type.getDeclaredMethod("read", Keys.class);
                read.setAccessible(true);
                return read.invoke(null, make(Keys.class));
            }
            Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                    .filter(each -> each.isAnnotationPresent(Inject.class) || each.getParameterCount() == 0)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody makes a " + type));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::make)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}

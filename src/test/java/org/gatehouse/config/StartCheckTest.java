package org.gatehouse.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gatehouse.Fake;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    private record Fine() implements Settings {}

    @Test
    void goodSettingsStartAndEachIsMade() {
        AtomicInteger made = new AtomicInteger();
        Supplier<Settings> counted = () -> {
            made.incrementAndGet();
            return new Fine();
        };
        assertDoesNotThrow(() -> check(List.of(counted, counted)));
        assertEquals(2, made.get());
    }

    @Test
    void everyWrongKeyIsNamedInOneMessage() {
        IllegalStateException stop = assertThrows(
                IllegalStateException.class,
                () -> check(List.of(
                        wrong("gatehouse.a", "needs a value"),
                        Fine::new,
                        wrong("gatehouse.b", "must be true or false"))));
        assertEquals(
                "Gatehouse does not start. gatehouse.a: needs a value | gatehouse.b: must be true or false",
                stop.getMessage());
    }

    @Test
    void aKeyThatTwoSettingsReadIsNamedOnce() {
        Supplier<Settings> wrong = wrong("gatehouse.public-url", "needs a value");
        IllegalStateException stop = assertThrows(IllegalStateException.class, () -> check(List.of(wrong, wrong)));
        assertEquals("Gatehouse does not start. gatehouse.public-url: needs a value", stop.getMessage());
    }

    @Test
    void anyOtherFaultStopsTheStartAsWell() {
        RuntimeException fault = new IllegalArgumentException("a defect");
        Supplier<Settings> defect = () -> {
            throw fault;
        };
        assertSame(fault, assertThrows(RuntimeException.class, () -> check(List.of(defect))));
    }

    private static Supplier<Settings> wrong(String key, String sentence) {
        return () -> {
            throw new WrongSetting(key, sentence);
        };
    }

    @SuppressWarnings("unchecked")
    private static void check(List<Supplier<Settings>> settings) {
        List<Instance.Handle<Settings>> handles = settings.stream()
                .map(one -> (Instance.Handle<Settings>)
                        Fake.of(Instance.Handle.class, Map.of("get", arguments -> one.get())))
                .toList();
        new StartCheck().check(new Startup(), Fake.of(Instance.class, Map.of("handles", arguments -> handles)));
    }
}

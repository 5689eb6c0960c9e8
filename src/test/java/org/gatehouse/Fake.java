package org.gatehouse;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands in for an interface of the platform: answers the methods that a test names, and no other. */
public final class Fake {
    /** What a method answers to its arguments. */
    public interface Answer extends Function<Object[], @Nullable Object> {}

    private Fake() {}

    /** An object of this type that answers these methods, by name, and throws at every other call. */
    public static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Answer answer = answers.get(method.getName());
                    if (answer == null) throw new UnsupportedOperationException(method.toString());
                    return answer.apply(arguments == null ? new Object[0] : arguments);
                }));
    }
}

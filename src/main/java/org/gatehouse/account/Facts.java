package org.gatehouse.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What group rules go by: facts of one person, each with the values that it has. What costs something is found out when it is asked for, and once. */
public final class Facts {
    private final Map<String, Set<String>> known;
    private final String account;
    private final Iterable<FactSource> sources;

    Facts(Map<String, Set<String>> known, String account, Iterable<FactSource> sources) {
        this.known = new HashMap<>(known);
        this.account = account;
        this.sources = sources;
    }

    /** These facts, and no others. */
    public static Facts of(Map<String, Set<String>> known) {
        return new Facts(known, "", List.of());
    }

    /** The values of a fact, such as {@code idena.state}; empty where it is not known. */
    public Optional<Set<String>> values(String fact) {
        return Optional.ofNullable(known.computeIfAbsent(fact, this::ask));
    }

    /** Every fact that is known, whatever it costs. */
    public Map<String, Set<String>> all() {
        for (FactSource source : sources) values(source.fact());
        return Map.copyOf(known);
    }

    private @Nullable Set<String> ask(String fact) {
        for (FactSource source : sources) if (source.fact().equals(fact)) return source.values(account);
        return null;
    }
}

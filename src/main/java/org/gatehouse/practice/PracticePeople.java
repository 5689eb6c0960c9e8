package org.gatehouse.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people who practise on this node, until it stops. Only so many are remembered: the longest known goes first. */
@ApplicationScoped
class PracticePeople {
    static final int MOST = 10_000;

    private final Map<String, PracticePerson> byAddress = new LinkedHashMap<>();

    synchronized void put(PracticePerson person) {
        byAddress.remove(person.address());
        byAddress.put(person.address(), person);
        if (byAddress.size() > MOST)
            byAddress.remove(byAddress.keySet().iterator().next());
    }

    synchronized Optional<PracticePerson> find(String address) {
        return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
    }
}

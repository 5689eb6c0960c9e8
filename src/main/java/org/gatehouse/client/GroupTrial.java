package org.gatehouse.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatehouse.account.Facts;

/**
 * What a client's group rules make of a person, for whoever wants to see how.
 *
 * @param groups the groups, by name
 * @param facts what is known of the person, by name
 * @param rules what became of each rule, in order; empty where the client has none, so that the groups are the state and the roles
 */
public record GroupTrial(Set<String> groups, Map<String, Set<String>> facts, Optional<List<Tried>> rules) {
    /**
     * A rule that was tried.
     *
     * @param group the group that it gives
     * @param holds whether it gives it
     * @param missed the facts whose condition is not met
     */
    public record Tried(String group, boolean holds, Set<String> missed) {}

    /** Tries the rules of a client on a person's facts, all of which are found out, whatever it costs. */
    public static GroupTrial of(Client client, Facts facts) {
        Map<String, Set<String>> known = new TreeMap<>();
        facts.all().forEach((name, values) -> known.put(name, new TreeSet<>(values)));
        return new GroupTrial(
                new TreeSet<>(client.groups(facts)), known, client.rules().map(rules -> rules.stream()
                        .map(rule -> new Tried(rule.group(), rule.holds(facts), rule.missed(facts)))
                        .toList()));
    }
}

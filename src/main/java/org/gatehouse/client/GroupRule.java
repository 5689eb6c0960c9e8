package org.gatehouse.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that puts people into a group.
 *
 * @param group the group's name in tokens
 * @param when facts and the values of them that are asked for; all facts must hold. {@code role} asks for a role given here.
 */
public record GroupRule(String group, Map<String, Set<String>> when) {
    private static final String STATE = "idena.state";
    private static final String ROLE = "role";

    public GroupRule {
        when = Map.copyOf(when);
    }

    static Set<String> groups(List<GroupRule> rules, Map<String, String> facts, Set<String> roles) {
        Set<String> groups = new TreeSet<>();
        for (GroupRule rule : rules) if (rule.holds(facts, roles)) groups.add(rule.group);
        return groups;
    }

    /** Without rules: the roles, and the Idena state under its own name. Who has no identity has no state, and no group. */
    static Set<String> byDefault(Map<String, String> facts, Set<String> roles) {
        Set<String> groups = new TreeSet<>(roles);
        String state = facts.get(STATE);
        if (state != null && !state.equals("Undefined")) groups.add(state);
        return groups;
    }

    private boolean holds(Map<String, String> facts, Set<String> roles) {
        return when.entrySet().stream()
                .allMatch(condition -> holds(condition.getKey(), condition.getValue(), facts, roles));
    }

    private static boolean holds(String fact, Set<String> wanted, Map<String, String> facts, Set<String> roles) {
        if (fact.equals(ROLE)) return roles.stream().anyMatch(wanted::contains);
        String value = facts.get(fact);
        return value != null && wanted.contains(value);
    }
}

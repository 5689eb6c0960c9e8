package org.gatehouse.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that puts people into a group.
 *
 * @param group the group's name in tokens
 * @param when facts and what is asked of them; all conditions must be met
 */
public record GroupRule(String group, Map<String, Condition> when) {
    private static final String STATE = "idena.state";
    private static final String ROLE = "role";

    public GroupRule {
        when = Map.copyOf(when);
    }

    static Set<String> groups(List<GroupRule> rules, Map<String, Set<String>> facts) {
        Set<String> groups = new TreeSet<>();
        for (GroupRule rule : rules) if (rule.holds(facts)) groups.add(rule.group);
        return groups;
    }

    /** Without rules: the roles, and the Idena state under its own name. Who has no identity has no state, and no group. */
    static Set<String> byDefault(Map<String, Set<String>> facts) {
        Set<String> groups = new TreeSet<>(facts.getOrDefault(ROLE, Set.of()));
        facts.getOrDefault(STATE, Set.of()).stream()
                .filter(state -> !state.equals("Undefined"))
                .forEach(groups::add);
        return groups;
    }

    /** Whether all conditions are met. A fact that is absent is not known, and meets none. */
    boolean holds(Map<String, Set<String>> facts) {
        return when.entrySet().stream().allMatch(condition -> {
            Set<String> values = facts.get(condition.getKey());
            return values != null && condition.getValue().met(values);
        });
    }
}

package org.gatehouse.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.account.Facts;

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

    static Set<String> groups(List<GroupRule> rules, Facts facts) {
        Set<String> groups = new TreeSet<>();
        for (GroupRule rule : rules) if (rule.holds(facts)) groups.add(rule.group);
        return groups;
    }

    /** Without rules: the roles, and the Idena state under its own name. Who has no identity has no state, and no group. */
    static Set<String> byDefault(Facts facts) {
        Set<String> groups = new TreeSet<>(facts.values(ROLE).orElse(Set.of()));
        facts.values(STATE).stream()
                .flatMap(Set::stream)
                .filter(state -> !state.equals("Undefined"))
                .forEach(groups::add);
        return groups;
    }

    /** Whether all conditions are met. A fact that is absent is not known, and meets none. */
    boolean holds(Facts facts) {
        return when.entrySet().stream().allMatch(condition -> met(condition, facts));
    }

    /** The facts whose condition is not met. */
    Set<String> missed(Facts facts) {
        Set<String> missed = new TreeSet<>();
        for (Map.Entry<String, Condition> condition : when.entrySet()) {
            if (!met(condition, facts)) missed.add(condition.getKey());
        }
        return missed;
    }

    private static boolean met(Map.Entry<String, Condition> condition, Facts facts) {
        return facts.values(condition.getKey())
                .filter(condition.getValue()::met)
                .isPresent();
    }
}

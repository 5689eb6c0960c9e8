package org.gatehouse.console.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.client.GroupTrial;
import org.gatehouse.client.GroupTrial.Tried;

/**
 * What came of trying the rules.
 *
 * @param wallet the wallet that the person would have signed in with; empty for made-up facts
 * @param groups the groups
 * @param facts what is known, a line each
 * @param rules what became of each rule; none where the general rule holds
 */
public record Trial(String wallet, Set<String> groups, List<Fact> facts, List<Line> rules) {
    /** A fact that is known. */
    public record Fact(String name, String values) {}

    /**
     * What became of a rule.
     *
     * @param number which it is, from 1
     * @param when its conditions, as they are written
     * @param missed the facts that do not meet them
     */
    public record Line(int number, String group, String when, boolean holds, String missed) {}

    static Trial of(String wallet, GroupTrial trial, List<String> texts) {
        List<Line> lines = new ArrayList<>();
        for (Tried rule : trial.rules().orElse(List.of())) {
            String when = lines.size() < texts.size() ? texts.get(lines.size()) : "";
            lines.add(new Line(lines.size() + 1, rule.group(), when, rule.holds(), String.join(", ", rule.missed())));
        }
        List<Fact> facts = trial.facts().entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), String.join(", ", fact.getValue())))
                .toList();
        return new Trial(wallet, trial.groups(), facts, List.copyOf(lines));
    }
}

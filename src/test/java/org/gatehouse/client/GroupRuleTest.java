package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.client.Condition.OneOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRuleTest {
    private static final Map<String, String> HUMAN = Map.of("idena.state", "Human", "idena.age", "12");
    private static final Set<String> NO_ROLES = Set.of();

    private static Client client(GroupRule... rules) {
        return ClientTestBed.ruled(List.of(rules));
    }

    private static Set<String> groups(Map<String, Set<String>> when, Map<String, String> facts, Set<String> roles) {
        return client(rule("in", when)).groups(facts(facts, roles));
    }

    private static GroupRule rule(String group, Map<String, Set<String>> when) {
        Map<String, Condition> conditions = new HashMap<>();
        when.forEach((fact, values) -> conditions.put(fact, new OneOf(values)));
        return new GroupRule(group, conditions);
    }

    private static Map<String, Set<String>> facts(Map<String, String> facts, Set<String> roles) {
        Map<String, Set<String>> all = new HashMap<>();
        facts.forEach((name, value) -> all.put(name, Set.of(value)));
        all.put("role", roles);
        return all;
    }

    @Test
    void oneOfTheValuesOfAFactSuffices() {
        Map<String, Set<String>> when = Map.of("idena.state", Set.of("Newbie", "Verified", "Human"));
        assertEquals(Set.of("in"), groups(when, HUMAN, NO_ROLES));
        assertEquals(Set.of("in"), groups(when, Map.of("idena.state", "Newbie"), NO_ROLES));
        assertEquals(Set.of(), groups(when, Map.of("idena.state", "Candidate"), NO_ROLES));
    }

    @Test
    void allFactsMustHold() {
        Map<String, Set<String>> when = Map.of("idena.state", Set.of("Human"), "idena.age", Set.of("12", "13"));
        assertEquals(Set.of("in"), groups(when, HUMAN, NO_ROLES));
        assertEquals(Set.of(), groups(when, Map.of("idena.state", "Human", "idena.age", "1"), NO_ROLES));
        assertEquals(Set.of(), groups(when, Map.of("idena.state", "Newbie", "idena.age", "12"), NO_ROLES));
    }

    @Test
    void aFactThatIsNotKnownNeverMatches() {
        Map<String, Set<String>> when = Map.of("idena.state", Set.of("Human", "Undefined", "null", ""));
        assertEquals(Set.of(), groups(when, Map.of(), Set.of("Human", "idena.state")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"human", "HUMAN", " Human", "Human ", "Humans", "Huma", ""})
    void aValueMatchesToTheLetter(String state) {
        assertEquals(Set.of(), groups(Map.of("idena.state", Set.of("Human")), Map.of("idena.state", state), NO_ROLES));
    }

    @Test
    void roleAsksForARoleThatWasGivenHereAndForNoFact() {
        Map<String, Set<String>> when = Map.of("role", Set.of("citizen", "elder"));
        assertEquals(Set.of("in"), groups(when, Map.of(), Set.of("elder", "other")));
        assertEquals(Set.of(), groups(when, Map.of("role", "elder"), NO_ROLES));
    }

    @Test
    void severalRulesGiveSeveralGroupsAndTheSameGroupOnce() {
        Map<String, Set<String>> human = Map.of("idena.state", Set.of("Human"));
        Client client = client(
                rule("member", human),
                rule("member", Map.of("idena.age", Set.of("12"))),
                rule("voter", human),
                rule("elder", Map.of("idena.age", Set.of("100"))));
        assertEquals(Set.of("member", "voter"), client.groups(facts(HUMAN, NO_ROLES)));
    }

    @Test
    void withRulesTheStateAndTheRolesAreNoGroupsByThemselves() {
        assertEquals(Set.of(), client().groups(facts(HUMAN, Set.of("citizen"))));
    }

    @Test
    void byDefaultTheGroupsAreTheStateAndTheRoles() {
        assertEquals(Set.of("Human", "citizen"), ClientTestBed.client("{}").groups(facts(HUMAN, Set.of("citizen"))));
    }

    @Test
    void byDefaultWhoHasNoIdentityHasNoGroup() {
        Client client = ClientTestBed.client("{}");
        assertEquals(Set.of(), client.groups(facts(Map.of("idena.state", "Undefined"), NO_ROLES)));
        assertEquals(Set.of("citizen"), client.groups(facts(Map.of("idena.state", "Undefined"), Set.of("citizen"))));
    }

    @Test
    void byDefaultAStateThatIsNotKnownGivesNoGroup() {
        assertEquals(Set.of(), ClientTestBed.client("{}").groups(facts(Map.of("idena.age", "12"), NO_ROLES)));
    }

    @Test
    void aRuleCannotBeChangedAfterItWasRead() {
        Map<String, Condition> when = new HashMap<>(Map.of("idena.state", new OneOf(Set.of("Human"))));
        GroupRule rule = new GroupRule("in", when);
        when.clear();
        assertEquals(Set.of(), client(rule).groups(facts(Map.of(), NO_ROLES)), "else everyone would be in");
        assertThrows(UnsupportedOperationException.class, () -> rule.when().clear());
    }
}

package org.gatehouse.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.account.Facts;
import org.gatehouse.client.Condition.OneOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupRuleTest {
    private static final Map<String, String> HUMAN = Map.of("idena.state", "Human", "idena.age", "12");
    private static final Set<String> NO_ROLES = Set.of();

    private static Client client(GroupRule... rules) {
        return ClientTestBed.ruled(List.of(rules));
    }

    private static Set<String> groups(Map<String, Set<String>> when, Map<String, String> facts, Set<String> roles) {
        return client(rule("in", when)).groups(known(facts, roles));
    }

    private static GroupRule rule(String group, Map<String, Set<String>> when) {
        Map<String, Condition> conditions = new HashMap<>();
        when.forEach((fact, values) -> conditions.put(fact, new OneOf(values)));
        return new GroupRule(group, conditions);
    }

    private static Facts known(Map<String, String> facts, Set<String> roles) {
        Map<String, Set<String>> all = new HashMap<>();
        facts.forEach((name, value) -> all.put(name, Set.of(value)));
        all.put("role", roles);
        return Facts.of(all);
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
        assertEquals(Set.of("member", "voter"), client.groups(known(HUMAN, NO_ROLES)));
    }

    @Test
    void withRulesTheStateAndTheRolesAreNoGroupsByThemselves() {
        assertEquals(Set.of(), client().groups(known(HUMAN, Set.of("citizen"))));
    }

    @Test
    void byDefaultTheGroupsAreTheStateAndTheRoles() {
        assertEquals(Set.of("Human", "citizen"), ClientTestBed.client("{}").groups(known(HUMAN, Set.of("citizen"))));
    }

    @Test
    void byDefaultWhoHasNoIdentityHasNoGroup() {
        Client client = ClientTestBed.client("{}");
        assertEquals(Set.of(), client.groups(known(Map.of("idena.state", "Undefined"), NO_ROLES)));
        assertEquals(Set.of("citizen"), client.groups(known(Map.of("idena.state", "Undefined"), Set.of("citizen"))));
    }

    @Test
    void byDefaultAStateThatIsNotKnownGivesNoGroup() {
        assertEquals(Set.of(), ClientTestBed.client("{}").groups(known(Map.of("idena.age", "12"), NO_ROLES)));
    }

    @Test
    void aRuleCannotBeChangedAfterItWasRead() {
        Map<String, Condition> when = new HashMap<>(Map.of("idena.state", new OneOf(Set.of("Human"))));
        GroupRule rule = new GroupRule("in", when);
        when.clear();
        assertEquals(Set.of(), client(rule).groups(known(Map.of(), NO_ROLES)), "else everyone would be in");
        assertThrows(UnsupportedOperationException.class, () -> rule.when().clear());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // the condition; what is known, where a fact without value is known and empty; whether it holds
                "{'idena.age':{'min':3}}              | idena.age=3            | true",
                "{'idena.age':{'min':3}}              | idena.age=2            | false",
                "{'idena.age':{'min':3,'max':10}}     | idena.age=10           | true",
                "{'idena.age':{'min':3,'max':10}}     | idena.age=11           | false",
                "{'idena.age':{'min':3,'max':10}}     |                        | false",
                "{'idena.age':{'max':10}}             | idena.age=0            | true",
                "{'idena.age':{'max':10}}             | idena.age=x            | false",
                "{'idena.age':[1,'2']}                | idena.age=2            | true",
                "{'idena.age':[1,'2']}                | idena.age=3            | false",
                "{'idena.stake':{'min':'1000.5'}}     | idena.stake=1000.50    | true",
                "{'idena.stake':{'min':1000.5}}       | idena.stake=1000.499999999999999999 | false",
                "{'idena.stake':{'min':'100000000000000000.000000000000000001'}} | idena.stake=100000000000000000 | false",
                "{'idena.stake':[10.5]}               | idena.stake=10.50      | true",
                "{'idena.epoch':{'min':100}}          | idena.epoch=99         | false",
                "{'idena.state':{'not':['Killed']}}   | idena.state=Human      | true",
                "{'idena.state':{'not':['Killed']}}   | idena.state=Killed     | false",
                "{'idena.state':{'not':['Killed']}}   |                        | false",
                "{'role':{'not':['banned']}}          | role=                  | true",
                "{'role':{'not':['banned']}}          | role=citizen           | true",
                "{'role':{'not':['banned']}}          | role=citizen,banned    | false",
                "{'role':{'not':['banned']}}          |                        | false",
                "{'wallet':['eip155']}                | wallet=eip155          | true",
                "{'wallet':{'not':['eip155']}}        | wallet=idena           | true",
                "{'kyc':['adult','resident']}         | kyc=app/resident       | true",
                "{'kyc':['adult']}                    | kyc=other/adult        | false",
                "{'kyc':['other/adult']}              | kyc=other/adult        | true",
                "{'kyc':['other/adult']}              | kyc=app/adult          | false",
                "{'kyc':['adult']}                    | kyc=                   | false",
                "{'kyc':['adult']}                    |                        | false",
                "{'kyc':['adult'],'role':['x']}       | kyc=app/adult;role=x       | true",
                "{'kyc':['adult'],'role':['x']}       | kyc=app/adult;role=        | false",
            })
    void aConditionHoldsForWhatIsKnownAndFailsForWhatIsNot(String when, @Nullable String known, boolean holds) {
        Map<String, Set<String>> facts = new HashMap<>();
        for (String fact : known == null ? new String[0] : known.split(";", -1)) {
            String[] pair = fact.split("=", 2);
            facts.put(pair[0], pair[1].isEmpty() ? Set.of() : Set.of(pair[1].split(",", -1)));
        }
        Client client = ClientTestBed.client("{'groups':[{'group':'in','when':" + when + "}]}");
        assertEquals(holds ? Set.of("in") : Set.of(), client.groups(Facts.of(facts)));
    }
}

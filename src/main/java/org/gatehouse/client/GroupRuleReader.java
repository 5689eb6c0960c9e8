package org.gatehouse.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.http.Json;

/** Reads the group rules of a client's entry. */
final class GroupRuleReader {
    private static final Set<String> MEMBERS = Set.of("group", "when");
    private static final Set<String> FACTS =
            Set.of("idena.state", "idena.age", "idena.epoch", "idena.stake", "role", "wallet", "kyc");

    private GroupRuleReader() {}

    /** @throws WrongClient if a rule is wrong */
    static List<GroupRule> rules(JsonValue value) {
        if (!(value instanceof JsonArray array)) throw new WrongClient("groups", "must be an array");
        return array.stream().map(GroupRuleReader::rule).toList();
    }

    private static GroupRule rule(JsonValue value) {
        if (!(value instanceof JsonObject rule)) throw new WrongClient("groups", "must hold objects");
        for (String member : rule.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new WrongClient("groups." + member, "is not a member that is known here");
            }
        }
        if (!rule.containsKey("group")) throw new WrongClient("groups.group", "is missing");
        String group = Json.string(rule, "group").orElseThrow(() -> new WrongClient("group", "must be a string"));
        if (group.isBlank()) throw new WrongClient("group", "must not be empty");
        if (!(rule.get("when") instanceof JsonObject conditions) || conditions.isEmpty()) {
            throw new WrongClient("groups.when", "must be an object with at least one condition");
        }
        Map<String, Set<String>> when = new LinkedHashMap<>();
        conditions.forEach((fact, wanted) -> when.put(fact, values(fact, wanted)));
        return new GroupRule(group, when);
    }

    private static Set<String> values(String fact, JsonValue wanted) {
        String member = "groups.when." + fact;
        if (!FACTS.contains(fact)) throw new WrongClient(member, "is not a fact that is known here");
        if (!(wanted instanceof JsonArray array) || array.isEmpty()) {
            throw new WrongClient(member, "must be an array of strings");
        }
        Set<String> values = new HashSet<>();
        for (JsonValue value : array) {
            if (!(value instanceof JsonString string)) throw new WrongClient(member, "must be an array of strings");
            if (fact.equals("idena.state") && !IdenaNames.STATES.contains(string.getString())) {
                throw new WrongClient(member, "must be of " + String.join(", ", new TreeSet<>(IdenaNames.STATES)));
            }
            values.add(string.getString());
        }
        return values;
    }
}

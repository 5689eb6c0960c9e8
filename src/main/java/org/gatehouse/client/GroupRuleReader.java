package org.gatehouse.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.client.Condition.Between;
import org.gatehouse.client.Condition.Either;
import org.gatehouse.client.Condition.NoneOf;
import org.gatehouse.client.Condition.OneOf;
import org.gatehouse.http.Json;
import org.gatehouse.http.WrongMember;

/** Reads the group rules of a client's entry. */
final class GroupRuleReader {
    private static final int MOST = 100;
    private static final int LONGEST = 100;
    private static final Set<String> MEMBERS = Set.of("group", "when");
    private static final Set<String> BOUNDS = Set.of("min", "max");

    /** Facts with the values that they can have; none where anything goes. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "idena.state", IdenaNames.STATES, "wallet", ClientReader.WALLETS, "role", List.of(), "kyc", List.of());

    /** Facts of which several values are known at once, and whose absence tells nothing by itself. */
    private static final Set<String> WITHOUT_NOT = Set.of("kyc");

    private static final Set<String> NUMBERS = Set.of("idena.age", "idena.epoch", "idena.stake");

    /** Few digits and no exponent, so that no comparison is costly. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final int number;

    private GroupRuleReader(int number) {
        this.number = number;
    }

    /** @throws WrongMember if a rule is wrong; it says which */
    static List<GroupRule> rules(JsonValue value) {
        if (!(value instanceof JsonArray array) || array.size() > MOST) {
            throw new WrongMember("groups", "must be an array of at most " + MOST + " rules");
        }
        List<GroupRule> rules = new ArrayList<>();
        for (JsonValue rule : array) rules.add(new GroupRuleReader(rules.size() + 1).rule(rule));
        return rules;
    }

    private GroupRule rule(JsonValue value) {
        if (!(value instanceof JsonObject rule)) throw wrong("groups", "must hold objects");
        for (String member : rule.keySet()) {
            if (!MEMBERS.contains(member)) throw wrong("groups." + member, "is not a member that is known here");
        }
        if (!rule.containsKey("group")) throw wrong("groups.group", "is missing");
        String group = Json.string(rule, "group")
                .filter(name -> !name.isBlank() && name.length() <= LONGEST)
                .orElseThrow(() -> wrong("groups.group", "must be a string of 1 to " + LONGEST + " characters"));
        if (!(rule.get("when") instanceof JsonObject conditions) || conditions.isEmpty()) {
            throw wrong("groups.when", "must be an object with at least one condition");
        }
        Map<String, Condition> when = new LinkedHashMap<>();
        conditions.forEach((fact, wanted) -> when.put(fact, condition(fact, wanted)));
        return new GroupRule(group, when);
    }

    private Condition condition(String fact, JsonValue wanted) {
        if (NUMBERS.contains(fact)) return number("groups.when." + fact, wanted);
        List<String> known = TEXTS.get(fact);
        if (known == null) throw wrong("groups.when." + fact, "is not a fact that is known here");
        return text(fact, known, wanted);
    }

    private Condition text(String fact, List<String> known, JsonValue wanted) {
        String member = "groups.when." + fact;
        boolean not = !WITHOUT_NOT.contains(fact)
                && wanted instanceof JsonObject object
                && object.keySet().equals(Set.of("not"));
        JsonValue values = not ? wanted.asJsonObject().get("not") : wanted;
        String sentence = "must be an array of " + (known.isEmpty() ? "strings" : String.join(", ", known))
                + (WITHOUT_NOT.contains(fact) ? "" : ", or {\"not\": [...]} with such an array");
        if (!(values instanceof JsonArray array) || array.isEmpty() || array.size() > MOST)
            throw wrong(member, sentence);
        Set<String> texts = new HashSet<>();
        for (JsonValue value : array) {
            if (!(value instanceof JsonString string) || string.getString().length() > LONGEST) {
                throw wrong(member, sentence);
            }
            if (!known.isEmpty() && !known.contains(string.getString())) throw wrong(member, sentence);
            texts.add(string.getString());
        }
        return not ? new NoneOf(texts) : new OneOf(texts);
    }

    private Condition number(String member, JsonValue wanted) {
        if (wanted instanceof JsonArray array && !array.isEmpty() && array.size() <= MOST) {
            return new Either(array.stream()
                    .map(value -> Optional.of(decimal(member, value)))
                    .map(value -> new Between(value, value))
                    .toList());
        }
        if (wanted instanceof JsonObject bounds && !bounds.isEmpty() && BOUNDS.containsAll(bounds.keySet())) {
            Optional<BigDecimal> min = Optional.ofNullable(bounds.get("min")).map(value -> decimal(member, value));
            Optional<BigDecimal> max = Optional.ofNullable(bounds.get("max")).map(value -> decimal(member, value));
            if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
                throw wrong(member, "has a min above its max");
            }
            return new Between(min, max);
        }
        throw wrong(member, "must be {\"min\": number, \"max\": number} with one or both, or an array of numbers");
    }

    /** A number, or a text of one: JavaScript would round a large stake. */
    private BigDecimal decimal(String member, JsonValue value) {
        if (value instanceof JsonNumber || value instanceof JsonString) {
            String text = value instanceof JsonString string ? string.getString() : value.toString();
            if (NUMBER.matcher(text).matches()) return new BigDecimal(text);
        }
        throw wrong(member, "must hold numbers without an exponent, of at most 30 digits on each side of the point");
    }

    private WrongMember wrong(String member, String sentence) {
        return new WrongMember(member, sentence + " (rule " + number + ")");
    }
}

package org.gatehouse.attribute;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.attribute.Checked.Value;

/**
 * One check of what was sent against what is asked for. An attribute is that of the requirement of its id, else that of a requirement of its type which
 * none has by its id; wallets before 1.1.0 call an attribute by its schema's id, or by the number that it has in the wallet. What was not asked for goes
 * by the name of its type.
 */
final class AttributeCheck {
    /** The most attributes that are taken at once. */
    static final int MOST = 100;

    /** The longest value, in bytes of JSON. */
    static final int LONGEST = 16_384;

    /** The most that all values together may have, in bytes of JSON. */
    static final int MOST_BYTES = 262_144;

    /** An id that can stand in a sentence. */
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Map<String, Requirement> asked = new LinkedHashMap<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int bytes;

    private AttributeCheck(List<Requirement> requirements) {
        requirements.forEach(requirement -> asked.put(requirement.id(), requirement));
    }

    static Checked check(List<Requirement> requirements, List<SentAttribute> sent) {
        try {
            return new AttributeCheck(requirements).check(sent);
        } catch (Wrong e) {
            return new Checked.Wrong(e.sentence);
        }
    }

    private Checked check(List<SentAttribute> sent) {
        if (sent.size() > MOST) throw new Wrong("There are more than " + MOST + " attributes");
        List<SentAttribute> others = new ArrayList<>();
        for (SentAttribute one : sent) {
            Optional<Requirement> named = one.id().flatMap(id -> Optional.ofNullable(asked.get(id)));
            named.ifPresentOrElse(requirement -> take(requirement, one), () -> others.add(one));
        }
        for (SentAttribute one : others) takeByType(type(one), one);
        asked.values().stream()
                .filter(requirement -> requirement.required() && !values.containsKey(requirement.id()))
                .findFirst()
                .ifPresent(missing -> {
                    throw new Wrong(missing.called() + " is missing");
                });
        return accepted();
    }

    private Checked accepted() {
        Set<String> emptied = new HashSet<>(taken);
        emptied.removeAll(values.keySet());
        return new Checked.Accepted(List.copyOf(values.values()), emptied);
    }

    private void take(Requirement requirement, SentAttribute one) {
        if (one.schemaId().isPresent() && !requirement.attribute().equals(type(one)))
            throw new Wrong(requirement.called() + " is of another type");
        take(requirement.id(), requirement.attribute(), requirement.called(), one.data());
    }

    private void takeByType(String type, SentAttribute one) {
        asked.values().stream()
                .filter(requirement -> requirement.attribute().equals(type) && !taken.contains(requirement.id()))
                .findFirst()
                .ifPresentOrElse(
                        requirement -> take(requirement.id(), type, requirement.called(), one.data()),
                        () -> takeUnasked(type, one));
    }

    private void takeUnasked(String type, SentAttribute one) {
        if (asked.containsKey(type)) throw new Wrong(Schemas.title(type) + " was sent more often than it is asked for");
        take(type, type, Schemas.title(type), one.data());
    }

    private void take(String id, String type, String title, JsonValue sent) {
        if (!taken.add(id)) throw new Wrong(title + " was sent twice");
        JsonValue data = data(sent);
        if (isNothing(data)) return;
        Schemas.fault(type, measured(title, data)).ifPresent(fault -> {
            throw new Wrong(title + fault);
        });
        if (Hidden.in(data)) throw new Wrong(title + " has hidden characters");
        values.put(id, new Value(id, type, data, FileIds.of(type, data)));
    }

    /** The value as JSON, where it is short enough. */
    private String measured(String title, JsonValue data) {
        String json = data.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) throw new Wrong(title + " is too long");
        bytes += length;
        if (bytes > MOST_BYTES) throw new Wrong("The attributes are too long together");
        return json;
    }

    private static String type(SentAttribute one) {
        return one.schemaId()
                .or(one::id)
                .flatMap(AttributeTypes::name)
                .orElseThrow(() -> new Wrong(one.id()
                        .filter(id -> PLAIN_ID.matcher(id).matches())
                        .map(id -> "The attribute " + id + " is of an unknown type")
                        .orElse("There is an attribute of an unknown type")));
    }

    /** The value itself: in some calls it is the member {@code value}, which no type of ours has. */
    private static JsonValue data(JsonValue sent) {
        return sent instanceof JsonObject object && object.containsKey("value") ? object.get("value") : sent;
    }

    /** Whether nothing was given: wallets write {@code {}} for an empty field, in other versions other things. */
    private static boolean isNothing(JsonValue data) {
        if (data instanceof JsonString text) return text.getString().isBlank();
        if (data instanceof JsonObject object) return object.isEmpty();
        if (data instanceof JsonArray array) return array.isEmpty();
        return JsonValue.NULL.equals(data) || JsonValue.FALSE.equals(data);
    }

    /** Ends the check. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Wrong(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }
    }
}

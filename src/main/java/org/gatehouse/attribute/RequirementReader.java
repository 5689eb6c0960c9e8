package org.gatehouse.attribute;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.gatehouse.http.Members;

/** Reads the attributes that someone asks for, as a client's entry and a template have them: each is a type, or an object with one. */
public final class RequirementReader {
    /** Every member that an attribute can have wherever it is asked for. */
    public static final Set<String> MEMBERS = Set.of("id", "attribute", "title", "required");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final int LONGEST_TITLE = 100;

    private RequirementReader() {}

    /**
     * The attributes of this member.
     *
     * @throws org.gatehouse.http.WrongMember if there is something else; it names the first member that is wrong
     */
    public static List<Requirement> read(Members asking, String member) {
        return read(asking, member, MEMBERS, (requirement, members) -> requirement);
    }

    /**
     * The same where an attribute has more members.
     *
     * @param known every member that it can have
     * @param then makes of the requirement what is wanted, with the members of its object; there are none where it is a type alone
     */
    public static <T> List<T> read(
            Members asking, String member, Set<String> known, BiFunction<Requirement, Members, T> then) {
        List<T> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue value : asking.array(member, "attributes")) {
            String place = member + "[" + all.size() + "]";
            Members members = members(asking, place, value);
            members.only(known);
            Requirement requirement = requirement(asking, place, value, members);
            if (!ids.add(requirement.id())) throw asking.wrong(member, "has two attributes of the same id");
            all.add(then.apply(requirement, members));
        }
        return all;
    }

    private static Members members(Members asking, String place, JsonValue value) {
        if (value instanceof JsonString) return new Members(JsonValue.EMPTY_JSON_OBJECT, asking.path());
        if (value instanceof JsonObject object) return new Members(object, asking.path() + place + ".");
        throw asking.wrong(place, "must be a string or an object");
    }

    private static Requirement requirement(Members asking, String place, JsonValue value, Members members) {
        if (value instanceof JsonString name) {
            String attribute = type(asking, place, name.getString());
            return new Requirement(attribute, attribute, Optional.empty(), true);
        }
        String named = members.text("attribute").orElseThrow(() -> members.wrong("attribute", "is missing"));
        String attribute = type(members, "attribute", named);
        String id = members.text("id").orElse(attribute);
        if (!ID.matcher(id).matches()) throw members.wrong("id", "must be of 1 to 200 letters, digits and ._:/-");
        return new Requirement(id, attribute, members.title("title", LONGEST_TITLE), members.flag("required", true));
    }

    private static String type(Members members, String member, String nameOrSchemaId) {
        return AttributeTypes.name(nameOrSchemaId)
                .orElseThrow(() -> members.wrong(
                        member, "must be one of the types in docs/attributes.md, such as email, or its schema's id"));
    }
}

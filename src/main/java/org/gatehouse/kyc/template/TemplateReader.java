package org.gatehouse.kyc.template;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gatehouse.attribute.RequirementReader;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.http.Members;
import org.gatehouse.http.WrongMember;

/** Reads a template: a JSON object as files, the API and the database have it. Unknown members are refused here: they are misspelt ones. */
final class TemplateReader {
    /** Every member that a template can have. */
    static final Set<String> MEMBERS = Set.of(
            "id",
            "name",
            "description",
            "type",
            "attributes",
            "questions",
            "members",
            "four_eyes",
            "retention_days",
            "keep_when_erased",
            "review_within");

    /** Every member that a question can have. */
    static final Set<String> OF_A_QUESTION = Set.of("id", "label", "description", "type", "options", "required");

    /** Every member that an element of {@code members} can have. */
    static final Set<String> OF_A_MEMBER = Set.of("template", "member_type", "roles", "legal_entity_types", "default");

    /** The types of companies that there are, as wallets call them. */
    static final List<String> COMPANIES = List.of("ltd", "llc", "tst", "fnd", "llp", "other");

    /** The longest template, in characters of JSON; as a file or a body, in bytes. */
    static final int LONGEST = 65_536;

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_RETENTION = 36_500;
    private static final Duration SHORTEST_REVIEW = Duration.ofMinutes(1);
    private static final Duration LONGEST_REVIEW = Duration.ofDays(365);
    private static final List<String> TYPES = List.of("individual", "corporate");
    private static final List<String> ANSWERS = List.of("input", "checkbox", "select", "date");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String NAME_SENTENCE = "must be of 1 to 100 letters, digits and ._-";
    private static final String ID_SENTENCE = "must be of 1 to 100 letters, digits, _ and -";

    private final Members members;

    private TemplateReader(JsonObject content) {
        members = new Members(content, "");
    }

    /**
     * The template of this object.
     *
     * @throws WrongMember if a member is missing, unknown or wrong; it names the first one
     */
    static Template read(JsonObject content, int version) {
        return new TemplateReader(content).template(version);
    }

    private Template template(int version) {
        String id = id(members, "id");
        members.only(MEMBERS);
        if (members.object().toString().length() > LONGEST)
            throw new WrongMember("", "must not be longer than " + LONGEST + " characters");
        Template.Type type = Template.Type.valueOf(members.oneOf("type", TYPES).toUpperCase(Locale.ROOT));
        return new Template(
                id,
                version,
                members.title("name", LONGEST_TITLE).orElse(id),
                members.title("description", LONGEST_DESCRIPTION).orElse(""),
                type,
                attributes(),
                questions(),
                members(type),
                members.flag("four_eyes", false),
                members.number("retention_days", 1, LONGEST_RETENTION),
                members.flag("keep_when_erased", true),
                reviewWithin());
    }

    /** As ISO 8601 writes it, of days, hours, minutes and seconds. */
    private Optional<Duration> reviewWithin() {
        return members.text("review_within").map(text -> {
            try {
                Duration within = Duration.parse(text);
                if (within.compareTo(SHORTEST_REVIEW) >= 0 && within.compareTo(LONGEST_REVIEW) <= 0) return within;
            } catch (DateTimeParseException e) {
                // Refused below, like one that is too short or too long.
            }
            throw members.wrong("review_within", "must be a duration such as PT48H or P2D, from PT1M to P365D");
        });
    }

    private List<TemplateAttribute> attributes() {
        Set<String> known = new TreeSet<>(RequirementReader.MEMBERS);
        known.add("description");
        return RequirementReader.read(
                members,
                "attributes",
                known,
                (requirement, attribute) ->
                        new TemplateAttribute(requirement, attribute.title("description", LONGEST_DESCRIPTION)));
    }

    private List<Question> questions() {
        List<Question> questions = each("questions", OF_A_QUESTION, TemplateReader::question);
        Set<String> ids = new HashSet<>();
        if (!questions.stream().allMatch(question -> ids.add(question.id())))
            throw members.wrong("questions", "has two questions of the same id");
        return questions;
    }

    private static Question question(Members question) {
        String id = question.text("id").orElseThrow(() -> question.wrong("id", "is missing"));
        if (!NAME.matcher(id).matches()) throw question.wrong("id", NAME_SENTENCE);
        Question.Type type =
                Question.Type.valueOf(question.oneOf("type", ANSWERS).toUpperCase(Locale.ROOT));
        return new Question(
                id,
                question.title("label", LONGEST_DESCRIPTION).orElseThrow(() -> question.wrong("label", "is missing")),
                question.title("description", LONGEST_DESCRIPTION),
                type,
                options(question, type),
                question.flag("required", true));
    }

    private static List<String> options(Members question, Question.Type type) {
        Set<String> options = question.strings("options", List.of());
        boolean some = type == Question.Type.SELECT || type == Question.Type.CHECKBOX;
        if (!some && question.has("options")) throw question.wrong("options", "is for select and checkbox only");
        if (type == Question.Type.SELECT && options.isEmpty()) throw question.wrong("options", "must not be empty");
        if (options.stream().anyMatch(TemplateReader::unreadable))
            throw question.wrong(
                    "options", "must be of 1 to " + LONGEST_TITLE + " characters each, without control characters");
        return List.copyOf(options);
    }

    private static boolean unreadable(String text) {
        return text.isBlank() || text.length() > LONGEST_TITLE || text.chars().anyMatch(Character::isISOControl);
    }

    private List<MemberTemplate> members(Template.Type type) {
        if (type != Template.Type.CORPORATE && members.has("members"))
            throw members.wrong("members", "is for templates of the type corporate only");
        return each("members", OF_A_MEMBER, TemplateReader::member);
    }

    private static MemberTemplate member(Members member) {
        Optional<String> type =
                member.has("member_type") ? Optional.of(member.oneOf("member_type", TYPES)) : Optional.empty();
        Set<String> roles = member.strings("roles", List.of());
        if (!roles.stream().allMatch(role -> NAME.matcher(role).matches())) throw member.wrong("roles", NAME_SENTENCE);
        return new MemberTemplate(
                id(member, "template"),
                type,
                roles,
                member.strings("legal_entity_types", COMPANIES),
                member.flag("default", false));
    }

    private static String id(Members members, String member) {
        String id = members.text(member).orElseThrow(() -> members.wrong(member, "is missing"));
        if (!SelfkeyProfile.isTemplateId(id)) throw members.wrong(member, ID_SENTENCE);
        return id;
    }

    private <T> List<T> each(String member, Set<String> known, Function<Members, T> one) {
        List<T> all = new ArrayList<>();
        for (JsonValue value : members.array(member, member)) {
            String place = member + "[" + all.size() + "]";
            if (!(value instanceof JsonObject object)) throw members.wrong(place, "must be an object");
            Members read = new Members(object, place + ".");
            read.only(known);
            all.add(one.apply(read));
        }
        return all;
    }
}

package org.gatehouse.kyc.application;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gatehouse.http.Json;

/**
 * What an application contains. It is sealed as a whole.
 *
 * @param attributes by id, in the order of the template; those that were asked for later at the end
 * @param questions by id, likewise
 * @param member of a member of a company, what it is there
 */
public record Dossier(
        Map<String, GivenAttribute> attributes, Map<String, AskedQuestion> questions, Optional<Member> member) {
    public Dossier {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /**
     * What a member is in a company.
     *
     * @param roles its roles, such as {@code director_ltd}
     * @param shares its shares, as the wallet counts them; empty where it said none
     */
    public record Member(List<String> roles, Optional<String> shares) {
        public Member {
            roles = List.copyOf(roles);
        }
    }

    /** Whether the application waits for its applicant. */
    public boolean missing() {
        return attributes.values().stream().anyMatch(GivenAttribute::missing)
                || questions.values().stream().anyMatch(AskedQuestion::missing);
    }

    /** The ids of the files that it refers to. */
    public Set<String> files() {
        return attributes.values().stream()
                .flatMap(attribute -> attribute.files().stream())
                .collect(Collectors.toSet());
    }

    /** The same with this attribute in the place of the one of its id, or at the end. */
    public Dossier with(GivenAttribute attribute) {
        Map<String, GivenAttribute> all = new LinkedHashMap<>(attributes);
        all.put(attribute.requirement().id(), attribute);
        return new Dossier(all, questions, member);
    }

    /** The same with this question in the place of the one of its id, or at the end. */
    public Dossier with(AskedQuestion question) {
        Map<String, AskedQuestion> all = new LinkedHashMap<>(questions);
        all.put(question.question().id(), question);
        return new Dossier(attributes, all, member);
    }

    JsonObject toJson() {
        JsonObjectBuilder given = Json.object();
        attributes.forEach((id, attribute) -> given.add(id, attribute.toJson()));
        JsonObjectBuilder asked = Json.object();
        questions.forEach((id, question) -> asked.add(id, question.toJson()));
        JsonObjectBuilder json = Json.object().add("attributes", given).add("questions", asked);
        member.ifPresent(one -> {
            var roles = Json.array();
            one.roles().forEach(roles::add);
            JsonObjectBuilder what = Json.object().add("roles", roles);
            one.shares().ifPresent(shares -> what.add("shares", shares));
            json.add("member", what);
        });
        return json.build();
    }

    static Dossier fromJson(JsonObject json) {
        return new Dossier(
                read(json.getJsonObject("attributes"), GivenAttribute::fromJson),
                read(json.getJsonObject("questions"), AskedQuestion::fromJson),
                Optional.ofNullable(json.getJsonObject("member"))
                        .map(one -> new Member(
                                one.getJsonArray("roles").getValuesAs(JsonString::getString),
                                Json.string(one, "shares"))));
    }

    private static <T> Map<String, T> read(JsonObject json, BiFunction<String, JsonObject, T> one) {
        Map<String, T> all = new LinkedHashMap<>();
        json.forEach((id, value) -> all.put(id, one.apply(id, value.asJsonObject())));
        return all;
    }

    /** Of an application that was erased. */
    public static Dossier none() {
        return new Dossier(Map.of(), Map.of(), Optional.empty());
    }
}

package org.gatehouse.grant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gatehouse.attribute.Attributes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.client.Client;
import org.gatehouse.client.SelfkeyProfile;

/**
 * What people share with a client, as the claims that its entry makes of it. It is read each time, so that the next token no longer says what a person
 * took back.
 */
@Dependent
public class SharedClaims {
    /** The longest value, in characters of its JSON. */
    private static final int LONGEST = 500;
    /** All of them, in bytes of their JSON: a token has to stay below the 8 KiB that are read of one. */
    private static final int MOST = 2_000;

    /** The claims that have another beside them which says whether they were checked (OpenID Connect Core 1.0 section 5.1). */
    private static final List<String> UNVERIFIED = List.of("email", "phone_number");

    private final Values attributes;
    private final Allowed allowed;

    @Inject
    SharedClaims(Attributes attributes, Consents consents) {
        this(attributes::of, consents::told);
    }

    SharedClaims(Values attributes, Allowed allowed) {
        this.attributes = attributes;
        this.allowed = allowed;
    }

    /** Gives what an account shares with a client of these requirements, by their ids. */
    interface Values {
        Map<String, JsonValue> of(String account, String client, List<Requirement> requirements);
    }

    /** Gives which attributes an account allowed a client to be told, as {@link Requirement#told} names them. */
    interface Allowed {
        Set<String> of(String account, String client);
    }

    /**
     * The claims that these scopes allow: none, and nothing is read, without {@link Client#ATTRIBUTES}; with it those of attributes that the person was
     * shown before allowing it.
     *
     * @param account whose
     * @param scope the scopes that hold for what is made
     */
    public Map<String, Object> of(String account, Client client, Set<String> scope) {
        if (!scope.contains(Client.ATTRIBUTES)) return Map.of();
        Set<String> told = allowed.of(account, client.id());
        return of(account, client, requirement -> told.contains(requirement.told()));
    }

    /**
     * The claims, whatever the scope: for a token that a wallet fetches itself.
     *
     * @return text, numbers, true and false, and lists and maps of these, by the claim's name; without what is longer than 500 characters, and without
     *     the last in alphabetical order where all together are longer than 2,000 bytes; {@code email} and {@code phone_number} with
     *     {@code email_verified} and {@code phone_number_verified}, which are false
     */
    public Map<String, Object> of(String account, Client client) {
        return of(account, client, requirement -> true);
    }

    private Map<String, Object> of(String account, Client client, Predicate<Requirement> which) {
        Optional<SelfkeyProfile> profile = client.selfkey();
        List<Requirement> claimed = profile.map(SelfkeyProfile::claimed).orElse(List.of()).stream()
                .filter(which)
                .toList();
        if (claimed.isEmpty()) return Map.of();
        return claims(profile.orElseThrow(), attributes.of(account, client.id(), claimed));
    }

    private static Map<String, Object> claims(SelfkeyProfile profile, Map<String, JsonValue> values) {
        Map<String, Object> claims = new HashMap<>();
        int room = MOST;
        for (Map.Entry<String, String> claim : new TreeMap<>(profile.claims()).entrySet()) {
            JsonValue value = values.getOrDefault(claim.getValue(), JsonValue.NULL);
            String json = value.toString();
            Optional<Object> plain = json.length() > LONGEST ? Optional.empty() : plain(value);
            if (plain.isEmpty()) continue;
            room -= (claim.getKey() + json).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) break;
            claims.put(claim.getKey(), plain.get());
        }
        // Nobody has checked them, and relying parties find accounts by them (OpenID Connect Core 1.0 section 5.7).
        for (String name : UNVERIFIED) if (claims.containsKey(name)) claims.put(name + "_verified", false);
        return claims;
    }

    /** As tokens take it; empty for null and for numbers that cannot be told. */
    private static Optional<Object> plain(JsonValue value) {
        if (value instanceof JsonString text) return Optional.of(text.getString());
        if (value instanceof JsonNumber number) return number(number);
        if (value instanceof JsonArray array) return Optional.of(list(array));
        if (value instanceof JsonObject object) return Optional.of(map(object));
        return value == JsonValue.NULL ? Optional.empty() : Optional.of(value == JsonValue.TRUE);
    }

    /** Readers of tokens keep numbers in 64 bits, and refuse a token with an infinite one. */
    private static Optional<Object> number(JsonNumber number) {
        if (number.isIntegral() && number.bigIntegerValue().bitLength() < Long.SIZE)
            return Optional.of(number.longValue());
        double value = number.doubleValue();
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static List<Object> list(JsonArray array) {
        return array.stream().map(SharedClaims::plain).flatMap(Optional::stream).toList();
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> plain(value).ifPresent(plain -> map.put(name, plain)));
        return map;
    }
}

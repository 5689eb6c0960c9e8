package org.gatehouse.grant;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.account.Person;
import org.gatehouse.account.Standing;
import org.gatehouse.client.Client;

/** What tokens and userinfo say, beside what every token says. */
public final class Claims {
    static final String GRANT = "grant_id";

    // RFC 8176: proof of possession of a key.
    private static final List<String> AMR = List.of("pop");
    private static final String ACR = "wallet";

    private Claims() {}

    /**
     * What a client learns of the person (OpenID Connect Core 1.0 section 5.3.2): the same in the ID token and at userinfo.
     *
     * @param scope the scopes that hold for this answer
     * @param shared what {@link SharedClaims} gives for them; no other claim is displaced by one of these
     */
    public static Map<String, Object> person(
            Set<String> scope, Client client, Person person, Map<String, Object> shared) {
        Map<String, Object> claims = new HashMap<>(shared);
        claims.put(client.tokens().groupsClaim(), List.copyOf(client.groups(person.facts())));
        if (scope.contains(Client.PROFILE)) claims.putAll(profile(person));
        return claims;
    }

    /** The ID token (OpenID Connect Core 1.0 section 2), without {@code nonce} and {@code at_hash}, which belong to one answer. */
    public static Map<String, Object> id(
            Grant grant, Set<String> scope, Client client, Person person, Map<String, Object> shared) {
        Map<String, Object> claims = person(scope, client, person, shared);
        claims.putAll(authentication(grant));
        return claims;
    }

    /** The access token: MicroProfile JWT 2.1 section 4.1, whose {@code upn} is there whatever the scope, and RFC 9068 section 2.2. */
    public static Map<String, Object> access(
            Grant grant, Set<String> scope, Client client, Person person, Map<String, Object> shared) {
        Map<String, Object> claims = person(scope, client, person, shared);
        claims.putAll(authentication(grant));
        claims.put("upn", upn(person));
        claims.put("client_id", grant.client());
        claims.put("scope", text(scope));
        claims.put(GRANT, grant.id());
        return claims;
    }

    /**
     * What a token says that a wallet brings by itself, with no browser, no session and no grant: what an access token of the scope {@code profile} says of
     * the person.
     *
     * @param signedAt when the wallet signed
     * @param shared what {@link SharedClaims} gives
     */
    public static Map<String, Object> wallet(
            Client client, Person person, Instant signedAt, Map<String, Object> shared) {
        Map<String, Object> claims = person(Set.of(Client.PROFILE), client, person, shared);
        claims.putAll(authentication(client.id(), signedAt, ACR));
        claims.put("upn", upn(person));
        claims.put("client_id", client.id());
        return claims;
    }

    /** Scopes as messages have them: in alphabetical order, with a space between. */
    public static String text(Set<String> scope) {
        return String.join(" ", scope.stream().sorted().toList());
    }

    private static Map<String, Object> profile(Person person) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("preferred_username", upn(person));
        claims.put("wallet", person.wallet().toString());
        Standing standing = person.standing();
        if (standing.known()) claims.put(standing.network(), standing.facts());
        return claims;
    }

    private static String upn(Person person) {
        return person.wallet().address().toString();
    }

    private static Map<String, Object> authentication(Grant grant) {
        Map<String, Object> claims = authentication(grant.client(), grant.authenticatedAt(), grant.acr());
        claims.put("sid", grant.session());
        return claims;
    }

    private static Map<String, Object> authentication(String client, Instant at, String acr) {
        return new HashMap<>(Map.of("azp", client, "auth_time", at.getEpochSecond(), "acr", acr, "amr", AMR));
    }
}

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

    private Claims() {}

    /**
     * What a client learns of the person (OpenID Connect Core 1.0 section 5.3.2): the same in the ID token and at userinfo.
     *
     * @param scope the scopes that hold for this answer
     */
    public static Map<String, Object> person(Set<String> scope, Client client, Person person) {
        Map<String, Object> claims = new HashMap<>();
        claims.put(client.tokens().groupsClaim(), List.copyOf(client.groups(person.facts())));
        if (scope.contains(Client.PROFILE)) claims.putAll(profile(person));
        return claims;
    }

    /** The ID token (OpenID Connect Core 1.0 section 2), without {@code nonce} and {@code at_hash}, which belong to one answer. */
    public static Map<String, Object> id(Grant grant, Set<String> scope, Client client, Person person) {
        Map<String, Object> claims = person(scope, client, person);
        claims.putAll(authentication(grant));
        return claims;
    }

    /** The access token: MicroProfile JWT 2.1 section 4.1, whose {@code upn} is there whatever the scope, and RFC 9068 section 2.2. */
    public static Map<String, Object> access(Grant grant, Set<String> scope, Client client, Person person) {
        Map<String, Object> claims = person(scope, client, person);
        claims.putAll(authentication(grant));
        claims.put("upn", person.wallet().address().toString());
        claims.put("client_id", grant.client());
        claims.put("scope", text(scope));
        claims.put(GRANT, grant.id());
        return claims;
    }

    /**
     * The token that a wallet fetches for the page that it signs in to: what the access token says, as far as there is no session yet.
     *
     * @param signedAt when the wallet signed
     * @param shared what the person shares with the client, by claim's name
     */
    public static Map<String, Object> wallet(
            Client client, Person person, Instant signedAt, Map<String, Object> shared) {
        Map<String, Object> claims = new HashMap<>(shared);
        claims.putAll(person(Set.of(Client.PROFILE), client, person));
        claims.put("upn", person.wallet().address().toString());
        claims.put("client_id", client.id());
        claims.put("azp", client.id());
        claims.put("auth_time", signedAt.getEpochSecond());
        claims.put("amr", AMR);
        return claims;
    }

    /** Scopes as messages have them: in alphabetical order, with a space between. */
    public static String text(Set<String> scope) {
        return String.join(" ", scope.stream().sorted().toList());
    }

    private static Map<String, Object> profile(Person person) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("preferred_username", person.wallet().address().toString());
        claims.put("wallet", person.wallet().toString());
        Standing standing = person.standing();
        if (standing.known()) claims.put(standing.network(), standing.facts());
        return claims;
    }

    private static Map<String, Object> authentication(Grant grant) {
        return Map.of(
                "azp", grant.client(),
                "sid", grant.session(),
                "auth_time", grant.authenticatedAt().getEpochSecond(),
                "acr", grant.acr(),
                "amr", AMR);
    }
}

package org.gatehouse.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A registered application.
 *
 * @param id its {@code client_id}
 * @param name what the administrator calls it
 * @param audience the {@code aud} of its access tokens
 * @param algorithm how its tokens are signed: {@code RS256} or {@code ES256}
 * @param type the {@code typ} of its access tokens: {@code JWT} or {@code at+jwt}
 * @param accessLifetime how long its access tokens are valid; empty for the general setting
 * @param rules how the groups in its tokens come about; empty for the general rule
 */
public record Client(
        String id,
        String name,
        String audience,
        String algorithm,
        String type,
        Optional<Duration> accessLifetime,
        Optional<List<GroupRule>> rules) {
    /** A client of which only the audience is special. */
    static Client plain(String id, String name, String audience) {
        return new Client(id, name, audience, "RS256", "JWT", Optional.empty(), Optional.empty());
    }

    /**
     * The groups of a person in tokens for this client.
     *
     * @param facts what is known of the person, by name, such as {@code idena.state}; a fact that is not known is absent
     * @param roles the roles that were given to the person here
     */
    public Set<String> groups(Map<String, String> facts, Set<String> roles) {
        return rules.map(list -> GroupRule.groups(list, facts, roles))
                .orElseGet(() -> GroupRule.byDefault(facts, roles));
    }
}

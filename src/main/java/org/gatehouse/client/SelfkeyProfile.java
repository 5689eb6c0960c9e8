package org.gatehouse.client;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.PublicUrl;

/**
 * How people come to an application with Login with SelfKey: what stands in the member {@code selfkey} of its entry.
 *
 * @param origins the origins of its pages that may have the button (RFC 6454); our own is one in any case
 * @param algorithm how its wallet tokens are signed: {@code ES256}, {@code RS256} or {@code RS512}
 * @param requirements what it asks people to share when they sign up
 * @param claims which shared attributes its tokens hold: requirement's id by claim's name
 * @param templates the ids of the templates that people apply with at it, in order
 */
public record SelfkeyProfile(
        Set<String> origins,
        String algorithm,
        List<Requirement> requirements,
        Map<String, String> claims,
        List<String> templates) {
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    public SelfkeyProfile {
        origins = Set.copyOf(origins);
        requirements = List.copyOf(requirements);
        claims = Map.copyOf(claims);
        templates = List.copyOf(templates);
    }

    /** Whether a text has the form of a template's id: without a dot, so that {@code schema.json} can stand behind it. */
    public static boolean isTemplateId(String text) {
        return TEMPLATE.matcher(text).matches();
    }

    /** What it asks for that becomes a claim. */
    public List<Requirement> claimed() {
        return requirements.stream()
                .filter(requirement -> claims.containsValue(requirement.id()))
                .toList();
    }

    /** The same as consents remember it. */
    public Set<String> told() {
        return claimed().stream().map(Requirement::told).collect(Collectors.toUnmodifiableSet());
    }

    /** Of Gatehouse itself, which asks for nothing: who signs in without an application, or to one that has no root endpoint, comes this way. */
    static SelfkeyProfile own(PublicUrl publicUrl) {
        return new SelfkeyProfile(Set.of(publicUrl.origin()), "ES256", List.of(), Map.of(), List.of());
    }
}

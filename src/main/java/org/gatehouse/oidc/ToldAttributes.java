package org.gatehouse.oidc;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.client.Client;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.grant.SharedClaims;

/** What a person reads of the attributes that a request asks for. */
@Dependent
class ToldAttributes {
    private static final int LONGEST = 60;

    private final SharedClaims sharedClaims;

    @Inject
    ToldAttributes(SharedClaims sharedClaims) {
        this.sharedClaims = sharedClaims;
    }

    /** The attributes, in the order of the client's entry; none where the request does not ask for them. */
    List<ToldAttribute> of(String account, AuthorizationRequest request) {
        Client client = request.client();
        if (!request.scope().contains(Client.ATTRIBUTES)) return List.of();
        SelfkeyProfile profile = client.selfkey().orElseThrow();
        Map<String, Object> claims = sharedClaims.of(account, client);
        Map<String, Object> values = new HashMap<>();
        profile.claims().forEach((claim, id) -> Optional.ofNullable(claims.get(claim))
                .ifPresent(value -> values.put(id, value)));
        return profile.claimed().stream()
                .map(each -> new ToldAttribute(
                        each.told(),
                        each.attribute(),
                        each.title(),
                        Optional.ofNullable(values.get(each.id())).flatMap(ToldAttributes::line)))
                .toList();
    }

    /** Of an object or a list what stands in it, without the names. */
    static Optional<String> line(Object value) {
        String text = leaves(value).collect(Collectors.joining(", "));
        if (text.isBlank()) return Optional.empty();
        if (text.codePointCount(0, text.length()) <= LONGEST) return Optional.of(text);
        return Optional.of(text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    private static Stream<String> leaves(Object value) {
        if (value instanceof Map<?, ?> map) return map.values().stream().flatMap(ToldAttributes::leaves);
        if (value instanceof List<?> list) return list.stream().flatMap(ToldAttributes::leaves);
        return Stream.of(value.toString()).filter(text -> !text.isBlank());
    }
}

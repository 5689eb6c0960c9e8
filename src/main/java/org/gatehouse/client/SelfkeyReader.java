package org.gatehouse.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;

/** Reads the member {@code selfkey} of a client's entry. */
final class SelfkeyReader {
    /** Every member that it can have. */
    static final Set<String> MEMBERS = Set.of("origins", "wallet_token_algorithm", "attributes", "claims");
    /** Every member that an attribute can have. */
    static final Set<String> OF_AN_ATTRIBUTE = Set.of("id", "attribute", "title", "required");

    private static final String ATTRIBUTES = "attributes";
    private static final String CLAIMS = "claims";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final int LONGEST_TITLE = 100;
    private static final int LAST_PORT = 65_535;

    private final Members selfkey;
    private final String groupsClaim;

    private SelfkeyReader(Members selfkey, String groupsClaim) {
        this.selfkey = selfkey;
        this.groupsClaim = groupsClaim;
    }

    /**
     * The profile of this value.
     *
     * @param groupsClaim the claim that holds the client's groups
     * @throws WrongClient if it has not the form; it names the first member that is wrong
     */
    static SelfkeyProfile profile(JsonValue value, String groupsClaim) {
        if (!(value instanceof JsonObject object)) throw new WrongClient("selfkey", "must be an object");
        return new SelfkeyReader(new Members(object, "selfkey."), groupsClaim).profile();
    }

    private SelfkeyProfile profile() {
        selfkey.only(MEMBERS);
        Set<String> origins = selfkey.strings("origins", List.of());
        origins.forEach(this::origin);
        String algorithm = selfkey.oneOf("wallet_token_algorithm", List.of("ES256", "RS256", "RS512"));
        List<Requirement> requirements = requirements();
        return new SelfkeyProfile(origins, algorithm, requirements, claims(requirements));
    }

    private List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue value : selfkey.array(ATTRIBUTES, "attributes")) {
            Requirement requirement = requirement(value, ATTRIBUTES + "[" + requirements.size() + "]");
            if (!ids.add(requirement.id())) throw selfkey.wrong(ATTRIBUTES, "has two attributes of the same id");
            requirements.add(requirement);
        }
        return requirements;
    }

    /** As a browser writes it in a header (RFC 6454 section 6.2), so that it is compared to the letter. */
    private void origin(String text) {
        try {
            URI uri = new URI(text);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            String scheme = PublicUrl.local(host) && text.startsWith("http:") ? "http" : "https";
            int port = uri.getPort();
            boolean implied = port == (scheme.equals("https") ? 443 : 80);
            String written = scheme + "://" + host.toLowerCase(Locale.ROOT) + (port == -1 ? "" : ":" + port);
            if (!host.isEmpty() && text.equals(written) && !implied && port <= LAST_PORT) return;
        } catch (URISyntaxException e) {
            // Answered below, with the same sentence.
        }
        throw selfkey.wrong(
                "origins",
                "must be as browsers write them: https (http on localhost only), ://, the host in lower case, and the port if it is not the scheme's own");
    }

    /** @param place the value's place, as sentences name it */
    private Requirement requirement(JsonValue value, String place) {
        if (value instanceof JsonString name) {
            String attribute = type(name.getString(), place);
            return new Requirement(attribute, attribute, Optional.empty(), true);
        }
        if (!(value instanceof JsonObject object)) throw selfkey.wrong(place, "must be a string or an object");
        Members members = new Members(object, selfkey.path() + place + ".");
        members.only(OF_AN_ATTRIBUTE);
        String named = members.text("attribute").orElseThrow(() -> members.wrong("attribute", "is missing"));
        String attribute = type(named, place + ".attribute");
        String id = members.text("id").orElse(attribute);
        if (!ID.matcher(id).matches()) throw members.wrong("id", "must be of 1 to 200 letters, digits and ._:/-");
        return new Requirement(id, attribute, members.title("title", LONGEST_TITLE), members.flag("required", true));
    }

    private String type(String nameOrSchemaId, String member) {
        return AttributeTypes.name(nameOrSchemaId)
                .orElseThrow(() -> selfkey.wrong(
                        member, "must be one of the types in docs/attributes.md, such as email, or its schema's id"));
    }

    private Map<String, String> claims(List<Requirement> requirements) {
        if (!selfkey.has(CLAIMS)) return Map.of();
        if (!(selfkey.object().get(CLAIMS) instanceof JsonObject object)) {
            throw selfkey.wrong(CLAIMS, "must be an object");
        }
        Map<String, Requirement> byId =
                requirements.stream().collect(Collectors.toMap(Requirement::id, Function.identity()));
        Map<String, String> claims = new HashMap<>();
        object.keySet().forEach(name -> claims.put(name, claimed(object, name, byId)));
        return claims;
    }

    /** The id of the attribute that a claim has the value of. */
    private String claimed(JsonObject claims, String name, Map<String, Requirement> byId) {
        String member = CLAIMS + "." + name;
        if (!ClaimNames.freeForShared(name, groupsClaim)) {
            throw selfkey.wrong(member, "must be a claim's name that is not taken");
        }
        Requirement requirement = Json.string(claims, name)
                .map(byId::get)
                .orElseThrow(() -> selfkey.wrong(member, "must be the id of one of the attributes"));
        if (AttributeTypes.holdsFiles(requirement.attribute())) {
            throw selfkey.wrong(member, "must not be an attribute that holds files");
        }
        return requirement.id();
    }
}

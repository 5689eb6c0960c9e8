package org.gatehouse.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.attribute.AttributeTypes;
import org.gatehouse.attribute.Requirement;
import org.gatehouse.attribute.RequirementReader;
import org.gatehouse.http.Json;
import org.gatehouse.http.Members;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.WrongMember;

/** Reads the member {@code selfkey} of a client's entry. */
final class SelfkeyReader {
    /** Every member that it can have. */
    static final Set<String> MEMBERS = Set.of("origins", "wallet_token_algorithm", "attributes", "claims", "templates");

    private static final String ATTRIBUTES = "attributes";
    private static final String CLAIMS = "claims";
    private static final String TEMPLATES = "templates";
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
     * @throws WrongMember if it has not the form; it names the first member that is wrong
     */
    static SelfkeyProfile profile(JsonValue value, String groupsClaim) {
        if (!(value instanceof JsonObject object)) throw new WrongMember("selfkey", "must be an object");
        return new SelfkeyReader(new Members(object, "selfkey."), groupsClaim).profile();
    }

    private SelfkeyProfile profile() {
        selfkey.only(MEMBERS);
        Set<String> origins = selfkey.strings("origins", List.of());
        origins.forEach(this::origin);
        String algorithm = selfkey.oneOf("wallet_token_algorithm", List.of("ES256", "RS256", "RS512"));
        List<Requirement> requirements = RequirementReader.read(selfkey, ATTRIBUTES);
        return new SelfkeyProfile(origins, algorithm, requirements, claims(requirements), templates());
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

    /** There need not be such templates: one may be written later, or withdrawn. */
    private List<String> templates() {
        Set<String> templates = selfkey.strings(TEMPLATES, List.of());
        if (!templates.stream().allMatch(SelfkeyProfile::isTemplateId)) {
            throw selfkey.wrong(TEMPLATES, "must be ids of templates, of 1 to 100 letters, digits, _ and -");
        }
        return List.copyOf(templates);
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

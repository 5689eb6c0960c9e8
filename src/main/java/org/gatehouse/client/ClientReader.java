package org.gatehouse.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.client.Client.ClientUris;
import org.gatehouse.client.ClientAuthentication.Method;
import org.gatehouse.http.Json;
import org.gatehouse.http.Members;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.http.WrongMember;

/**
 * Reads a client's entry: a JSON object as the clients file, the API and the database have it. Unknown members are refused here: in an entry that an
 * administrator writes they are misspelt ones. Secrets are not a client's entry; whoever takes one takes it out before.
 */
final class ClientReader {
    /** Not a dot or two, which a path could not hold. */
    private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** Every member that an entry can have. */
    static final Set<String> MEMBERS = Set.of(
            "client_id",
            "name",
            "enabled",
            "token_endpoint_auth_method",
            "jwks",
            "jwks_uri",
            "redirect_uris",
            "post_logout_redirect_uris",
            "backchannel_logout_uri",
            "scope",
            "pkce",
            "consent",
            "wallets",
            "minimum_idena_state",
            "audience",
            "algorithm",
            "typ",
            "jku",
            "groups_claim",
            "access_lifetime",
            "id_lifetime",
            "refresh_lifetime",
            "refresh_idle",
            "initiate_login_uri",
            "selfkey",
            "groups");

    /** The kinds of wallet. */
    static final List<String> WALLETS = List.of("idena", "eip155");

    private static final List<String> SCOPES =
            List.of(Client.OPENID, Client.PROFILE, Client.OFFLINE_ACCESS, Client.ATTRIBUTES);

    /** The longest entry, in characters, as it is stored. */
    static final int LONGEST_ENTRY = 16_000;

    private static final int LONGEST_NAME = 100;
    private static final int LEAST_RSA_BITS = 2_048;

    private final Members entry;

    private ClientReader(JsonObject entry) {
        this.entry = new Members(entry, "");
    }

    /**
     * The client of this entry.
     *
     * @throws WrongMember if a member is missing, unknown or wrong; it names the first one
     */
    static Client read(JsonObject entry) {
        return new ClientReader(entry).client();
    }

    /** Whether a text has the form of a {@code client_id}. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The {@code client_id} of this entry, for messages about it; empty where it has none that could be one. */
    static Optional<String> id(JsonObject entry) {
        return Json.string(entry, "client_id").filter(id -> ID.matcher(id).matches() && !id.equals(Clients.OWN));
    }

    private Client client() {
        String id = entry.text("client_id").orElseThrow(() -> new WrongMember("client_id", "is missing"));
        if (!ID.matcher(id).matches() || id.equals(Clients.OWN)) {
            throw new WrongMember(
                    "client_id",
                    "must be 1 to 100 letters, digits, dots, hyphens and underscores, and not " + Clients.OWN);
        }
        entry.only(MEMBERS);
        if (entry.object().toString().length() > LONGEST_ENTRY) {
            throw new WrongMember("", "must not be longer than " + LONGEST_ENTRY + " characters");
        }
        ClientAuthentication authentication = authentication();
        ClientUris uris = uris();
        boolean proofKey = entry.oneOf("pkce", List.of("required", "optional")).equals("required");
        if (!proofKey && !authentication.confidential()) {
            throw new WrongMember("pkce", "is required of a client whose token_endpoint_auth_method is none");
        }
        Admission admission = admission();
        TokenProfile tokens = tokens(id);
        Optional<SelfkeyProfile> selfkey = selfkey(admission, tokens.groupsClaim());
        return new Client(
                id,
                entry.title("name", LONGEST_NAME).orElse(id),
                entry.flag("enabled", true),
                authentication,
                uris,
                scope(selfkey.map(SelfkeyProfile::claims).orElse(Map.of())),
                proofKey,
                entry.flag("consent", false),
                admission,
                tokens,
                Optional.ofNullable(entry.object().get("groups")).map(GroupRuleReader::rules),
                selfkey);
    }

    private Admission admission() {
        return new Admission(
                wallets(), entry.text("minimum_idena_state").map(state -> known(state, IdenaNames.LADDER)));
    }

    /** People of SelfKey come with a wallet of Ethereum. */
    private Optional<SelfkeyProfile> selfkey(Admission admission, String groupsClaim) {
        JsonValue value = entry.object().get("selfkey");
        if (value == null) return Optional.empty();
        if (admission.minimumIdenaState().isPresent()) {
            throw new WrongMember(
                    "selfkey", "brings people without an Idena state, and minimum_idena_state asks for one");
        }
        if (!admission.wallets().isEmpty() && !admission.wallets().contains("eip155")) {
            throw new WrongMember("selfkey", "brings wallets of eip155, which wallets leaves out");
        }
        return Optional.of(SelfkeyReader.profile(value, groupsClaim));
    }

    private Set<String> wallets() {
        Set<String> wallets = entry.strings("wallets", WALLETS);
        // Left out it means all: an empty one must not mean the same.
        if (wallets.isEmpty() && entry.has("wallets")) throw new WrongMember("wallets", "must not be empty");
        return wallets;
    }

    private ClientAuthentication authentication() {
        String name = entry.oneOf(
                "token_endpoint_auth_method",
                List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none"));
        Method method = Method.valueOf(name.toUpperCase(Locale.ROOT));
        Optional<JWKSet> keys = Optional.ofNullable(entry.object().get("jwks")).map(ClientReader::keys);
        Optional<URI> keysUri = entry.text("jwks_uri").map(uri -> uri("jwks_uri", uri, false));
        boolean signs = method == Method.PRIVATE_KEY_JWT;
        if (signs && keys.isPresent() == keysUri.isPresent()) {
            throw new WrongMember("jwks", "private_key_jwt needs one of jwks and jwks_uri");
        }
        if (!signs && (keys.isPresent() || keysUri.isPresent())) {
            throw new WrongMember(keys.isPresent() ? "jwks" : "jwks_uri", "is for private_key_jwt only");
        }
        return new ClientAuthentication(method, keys, keysUri);
    }

    private static JWKSet keys(JsonValue value) {
        JWKSet keys = value instanceof JsonObject object ? parsed(object) : new JWKSet();
        if (keys.isEmpty()) throw new WrongMember("jwks", "must be a JWK Set with at least one public key");
        for (JWK key : keys.getKeys()) {
            if (key.isPrivate()) throw new WrongMember("jwks", "holds a private key");
            if (key instanceof RSAKey && key.size() < LEAST_RSA_BITS) {
                throw new WrongMember("jwks", "holds an RSA key of less than " + LEAST_RSA_BITS + " bits");
            }
        }
        return keys;
    }

    private static JWKSet parsed(JsonObject object) {
        try {
            return JWKSet.parse(object.toString());
        } catch (ParseException | RuntimeException e) {
            // Not the first alone: for members of the wrong type the library throws others.
            return new JWKSet();
        }
    }

    private ClientUris uris() {
        Set<String> redirect = addresses("redirect_uris");
        Set<String> postLogoutRedirectUris = addresses("post_logout_redirect_uris");
        Optional<URI> backchannel =
                entry.text("backchannel_logout_uri").map(text -> uri("backchannel_logout_uri", text, false));
        Optional<URI> initiateLogin =
                entry.text("initiate_login_uri").map(text -> uri("initiate_login_uri", text, false));
        return new ClientUris(redirect, postLogoutRedirectUris, backchannel, initiateLogin);
    }

    private Set<String> addresses(String member) {
        Set<String> addresses = entry.strings(member, List.of());
        addresses.forEach(address -> uri(member, address, true));
        return addresses;
    }

    /** An absolute URI without a fragment: https, http on this machine, or an application's own scheme where a browser is sent there (RFC 8252). */
    private static URI uri(String member, String text, boolean ownScheme) {
        try {
            URI uri = new URI(text);
            if (text.length() <= Members.LONGEST_TEXT && uri.isAbsolute() && uri.getRawFragment() == null) {
                String scheme = uri.getScheme();
                boolean web = scheme.equals("https") || scheme.equals("http");
                if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                    if (scheme.equals("https") || PublicUrl.local(uri.getHost())) return uri;
                }
                // A private-use scheme is a reversed domain name: RFC 8252 section 7.1. It keeps javascript: and data:
                // out.
                if (!web && ownScheme && scheme.matches("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+")) return uri;
            }
        } catch (URISyntaxException e) {
            // Answered below, with the same sentence.
        }
        throw new WrongMember(
                member,
                "must be absolute, https (http on localhost only)"
                        + (ownScheme ? " or a scheme that is a reversed domain name" : "")
                        + ", without a fragment, of at most " + Members.LONGEST_TEXT + " characters");
    }

    private Set<String> scope(Map<String, String> claims) {
        String scope = entry.text("scope").orElse(Client.OPENID + " " + Client.PROFILE);
        Set<String> scopes = new LinkedHashSet<>(List.of(scope.split(" ")));
        if (!SCOPES.containsAll(scopes)) {
            throw new WrongMember("scope", "must be of " + String.join(", ", SCOPES) + ", with one space between");
        }
        if (scopes.contains(Client.ATTRIBUTES) && claims.isEmpty()) {
            throw new WrongMember("scope", "has attributes, which needs claims in selfkey");
        }
        return scopes;
    }

    private TokenProfile tokens(String id) {
        String groupsClaim = entry.text("groups_claim").orElse("groups");
        if (!ClaimNames.free(groupsClaim)) {
            throw new WrongMember("groups_claim", "must be a claim's name that is not taken");
        }
        return new TokenProfile(
                entry.text("audience").orElse(id),
                entry.oneOf("algorithm", List.of("RS256", "ES256")),
                entry.oneOf("typ", List.of("JWT", "at+jwt")),
                entry.flag("jku", false),
                groupsClaim,
                lifetime("access_lifetime", Duration.ofMinutes(1), Duration.ofHours(1)),
                lifetime("id_lifetime", Duration.ofMinutes(1), Duration.ofHours(1)),
                lifetime("refresh_lifetime", Duration.ofHours(1), Duration.ofDays(365)),
                lifetime("refresh_idle", Duration.ofMinutes(10), Duration.ofDays(90)));
    }

    private Optional<Duration> lifetime(String member, Duration shortest, Duration longest) {
        return entry.text(member).map(text -> {
            try {
                Duration lifetime = Duration.parse(text);
                if (lifetime.compareTo(shortest) >= 0 && lifetime.compareTo(longest) <= 0) return lifetime;
            } catch (DateTimeParseException e) {
                // Answered below, with the same sentence.
            }
            throw new WrongMember(member, "must be a duration from " + shortest + " to " + longest);
        });
    }

    private static String known(String state, List<String> states) {
        if (states.contains(state)) return state;
        throw new WrongMember("minimum_idena_state", "must be one of " + String.join(", ", states));
    }
}

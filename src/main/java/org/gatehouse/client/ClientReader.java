package org.gatehouse.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.client.Client.ClientUris;
import org.gatehouse.client.ClientAuthentication.Method;
import org.gatehouse.http.Json;
import org.gatehouse.http.PublicUrl;

/**
 * Reads a client's entry: a JSON object as the clients file, the API and the database have it. Unknown members are refused here: in an entry that an
 * administrator writes they are misspelt ones. Secrets are not a client's entry; whoever takes one takes it out before.
 */
final class ClientReader {
    /** Not a dot or two, which a path could not hold. */
    private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.:/-]{1,100}");
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

    private static final Set<String> OF_THE_ISSUER = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "sid",
            "nonce",
            "acr",
            "amr",
            "azp",
            "auth_time",
            "scope",
            "client_id",
            "token_use",
            "grant_id",
            "upn",
            "at_hash",
            "wallet",
            "idena",
            "kyc",
            "preferred_username");
    /** The kinds of wallet. */
    static final List<String> WALLETS = List.of("idena", "eip155");

    /** The longest entry, in characters, as it is stored. */
    static final int LONGEST_ENTRY = 16_000;

    private static final int MOST_ENTRIES = 50;
    private static final int LONGEST_URI = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int LEAST_RSA_BITS = 2_048;

    private final JsonObject entry;

    private ClientReader(JsonObject entry) {
        this.entry = entry;
    }

    /**
     * The client of this entry.
     *
     * @throws WrongClient if a member is missing, unknown or wrong; it names the first one
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
        String id = text("client_id").orElseThrow(() -> new WrongClient("client_id", "is missing"));
        if (!ID.matcher(id).matches() || id.equals(Clients.OWN)) {
            throw new WrongClient(
                    "client_id",
                    "must be 1 to 100 letters, digits, dots, hyphens and underscores, and not " + Clients.OWN);
        }
        for (String member : entry.keySet()) {
            if (!MEMBERS.contains(member)) throw new WrongClient(member, "is not a member that is known here");
        }
        if (entry.toString().length() > LONGEST_ENTRY) {
            throw new WrongClient("", "must not be longer than " + LONGEST_ENTRY + " characters");
        }
        ClientAuthentication authentication = authentication();
        ClientUris uris = uris();
        boolean proofKey = oneOf("pkce", List.of("required", "optional")).equals("required");
        if (!proofKey && !authentication.confidential()) {
            throw new WrongClient("pkce", "is required of a client whose token_endpoint_auth_method is none");
        }
        return new Client(
                id,
                name().orElse(id),
                flag("enabled", true),
                authentication,
                uris,
                scope(),
                proofKey,
                flag("consent", false),
                new Admission(wallets(), text("minimum_idena_state").map(state -> known(state, IdenaNames.LADDER))),
                tokens(id),
                Optional.ofNullable(entry.get("groups")).map(GroupRuleReader::rules),
                Optional.ofNullable(entry.get("selfkey")).map(SelfkeyReader::profile));
    }

    private Optional<String> name() {
        Optional<String> name = text("name");
        if (name.filter(text -> text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw new WrongClient(
                    "name", "must be at most " + LONGEST_NAME + " characters, without control characters");
        }
        return name;
    }

    private Set<String> wallets() {
        Set<String> wallets = strings("wallets", WALLETS);
        // Left out it means all: an empty one must not mean the same.
        if (wallets.isEmpty() && entry.containsKey("wallets")) throw new WrongClient("wallets", "must not be empty");
        return wallets;
    }

    private ClientAuthentication authentication() {
        String name = oneOf(
                "token_endpoint_auth_method",
                List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none"));
        Method method = Method.valueOf(name.toUpperCase(Locale.ROOT));
        Optional<JWKSet> keys = Optional.ofNullable(entry.get("jwks")).map(ClientReader::keys);
        Optional<URI> keysUri = text("jwks_uri").map(uri -> uri("jwks_uri", uri, false));
        boolean signs = method == Method.PRIVATE_KEY_JWT;
        if (signs && keys.isPresent() == keysUri.isPresent()) {
            throw new WrongClient("jwks", "private_key_jwt needs one of jwks and jwks_uri");
        }
        if (!signs && (keys.isPresent() || keysUri.isPresent())) {
            throw new WrongClient(keys.isPresent() ? "jwks" : "jwks_uri", "is for private_key_jwt only");
        }
        return new ClientAuthentication(method, keys, keysUri);
    }

    private static JWKSet keys(JsonValue value) {
        JWKSet keys = value instanceof JsonObject object ? parsed(object) : new JWKSet();
        if (keys.isEmpty()) throw new WrongClient("jwks", "must be a JWK Set with at least one public key");
        for (JWK key : keys.getKeys()) {
            if (key.isPrivate()) throw new WrongClient("jwks", "holds a private key");
            if (key instanceof RSAKey && key.size() < LEAST_RSA_BITS) {
                throw new WrongClient("jwks", "holds an RSA key of less than " + LEAST_RSA_BITS + " bits");
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
                text("backchannel_logout_uri").map(text -> uri("backchannel_logout_uri", text, false));
        Optional<URI> initiateLogin = text("initiate_login_uri").map(text -> uri("initiate_login_uri", text, false));
        return new ClientUris(redirect, postLogoutRedirectUris, backchannel, initiateLogin);
    }

    private Set<String> addresses(String member) {
        Set<String> addresses = strings(member, List.of());
        addresses.forEach(address -> uri(member, address, true));
        return addresses;
    }

    /** An absolute URI without a fragment: https, http on this machine, or an application's own scheme where a browser is sent there (RFC 8252). */
    private static URI uri(String member, String text, boolean ownScheme) {
        try {
            URI uri = new URI(text);
            if (text.length() <= LONGEST_URI && uri.isAbsolute() && uri.getRawFragment() == null) {
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
        throw new WrongClient(
                member,
                "must be absolute, https (http on localhost only)"
                        + (ownScheme ? " or a scheme that is a reversed domain name" : "")
                        + ", without a fragment, of at most " + LONGEST_URI + " characters");
    }

    private Set<String> scope() {
        String scope = text("scope").orElse(Client.OPENID + " " + Client.PROFILE);
        Set<String> scopes = new LinkedHashSet<>(List.of(scope.split(" ")));
        scopes.forEach(each -> {
            if (!Set.of(Client.OPENID, Client.PROFILE, Client.OFFLINE_ACCESS).contains(each)) {
                throw new WrongClient("scope", "must be of openid, profile, offline_access, with one space between");
            }
        });
        return scopes;
    }

    private TokenProfile tokens(String id) {
        String groupsClaim = text("groups_claim").orElse("groups");
        if (!NAME.matcher(groupsClaim).matches() || OF_THE_ISSUER.contains(groupsClaim)) {
            throw new WrongClient("groups_claim", "must be a claim's name that is not taken");
        }
        return new TokenProfile(
                text("audience").orElse(id),
                oneOf("algorithm", List.of("RS256", "ES256")),
                oneOf("typ", List.of("JWT", "at+jwt")),
                flag("jku", false),
                groupsClaim,
                lifetime("access_lifetime", Duration.ofMinutes(1), Duration.ofHours(1)),
                lifetime("id_lifetime", Duration.ofMinutes(1), Duration.ofHours(1)),
                lifetime("refresh_lifetime", Duration.ofHours(1), Duration.ofDays(365)),
                lifetime("refresh_idle", Duration.ofMinutes(10), Duration.ofDays(90)));
    }

    private Optional<Duration> lifetime(String member, Duration shortest, Duration longest) {
        return text(member).map(text -> {
            try {
                Duration lifetime = Duration.parse(text);
                if (lifetime.compareTo(shortest) >= 0 && lifetime.compareTo(longest) <= 0) return lifetime;
            } catch (DateTimeParseException e) {
                // Answered below, with the same sentence.
            }
            throw new WrongClient(member, "must be a duration from " + shortest + " to " + longest);
        });
    }

    private String oneOf(String member, List<String> values) {
        String value = text(member).orElse(values.get(0));
        if (!values.contains(value)) throw new WrongClient(member, "must be one of " + String.join(", ", values));
        return value;
    }

    private static String known(String state, List<String> states) {
        if (states.contains(state)) return state;
        throw new WrongClient("minimum_idena_state", "must be one of " + String.join(", ", states));
    }

    private boolean flag(String member, boolean otherwise) {
        JsonValue value = entry.get(member);
        if (value == null) return otherwise;
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        throw new WrongClient(member, "must be true or false");
    }

    /** @param allowed what each may be; empty where anything goes */
    private Set<String> strings(String member, List<String> allowed) {
        if (!entry.containsKey(member)) return Set.of();
        String sentence = "must be an array of at most " + MOST_ENTRIES + " strings"
                + (allowed.isEmpty() ? "" : " of " + String.join(", ", allowed));
        if (!(entry.get(member) instanceof JsonArray array) || array.size() > MOST_ENTRIES) {
            throw new WrongClient(member, sentence);
        }
        Set<String> strings = new LinkedHashSet<>();
        for (JsonValue value : array) {
            if (!(value instanceof JsonString string)) throw new WrongClient(member, sentence);
            if (!allowed.isEmpty() && !allowed.contains(string.getString())) throw new WrongClient(member, sentence);
            strings.add(string.getString());
        }
        return strings;
    }

    private Optional<String> text(String member) {
        if (!entry.containsKey(member)) return Optional.empty();
        String text = Json.string(entry, member).orElseThrow(() -> new WrongClient(member, "must be a string"));
        if (text.isBlank()) throw new WrongClient(member, "must not be empty");
        if (text.length() > LONGEST_URI) throw new WrongClient(member, "must not be longer than " + LONGEST_URI);
        return Optional.of(text);
    }
}

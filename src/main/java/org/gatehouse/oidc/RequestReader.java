package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.client.Client;
import org.gatehouse.client.Clients;
import org.gatehouse.oidc.AuthorizationRequest.Back;

/**
 * Reads authorization requests. What is wrong is told to the application only once its address is known to be registered; before that, to the person
 * (RFC 6749 section 4.1.2.1).
 */
@Dependent
class RequestReader {
    /** {@code acr}: a wallet signed in this session. */
    static final String WALLET = "wallet";
    /** {@code acr}: a wallet signed a short while ago. */
    static final String WALLET_FRESH = "wallet-fresh";

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    /** The values of {@code prompt}. */
    static final List<String> PROMPTS = List.of(
            AuthorizationRequest.NONE,
            AuthorizationRequest.LOGIN,
            AuthorizationRequest.CONSENT,
            AuthorizationRequest.SELECT_ACCOUNT);
    /** The values of {@code acr}. */
    static final List<String> ACRS = List.of(WALLET, WALLET_FRESH);

    private static final int LONGEST_NONCE = 500;

    private final Clients clients;

    @Inject
    RequestReader(Clients clients) {
        this.clients = clients;
    }

    /** What came of reading: a {@link Good} request, a {@link Bad} one that the application is told of, or a {@link Lost} one. */
    sealed interface Reading {}

    /** A request that is in order. */
    record Good(AuthorizationRequest request, Parameters parameters) implements Reading {}

    /** A request that the application is answered an error to. */
    record Bad(Client client, Back back, ErrorObject error) implements Reading {}

    /** A request that nobody can be answered to. */
    record Lost(Outcome.Reason reason) implements Reading {}

    Reading read(String encoded) {
        return read(Parameters.ofQuery(encoded));
    }

    /** Reads a request from parameters that are none where they could not be read. */
    Reading read(Optional<Parameters> parsed) {
        if (parsed.isEmpty()) return new Lost(Outcome.Reason.MALFORMED);
        Parameters parameters = parsed.get();
        Optional<Client> client = parameters.get("client_id").flatMap(clients::find);
        if (client.isEmpty()) return new Lost(Outcome.Reason.UNKNOWN_CLIENT);
        Optional<String> redirectUri = parameters.get("redirect_uri").filter(uri -> registered(uri, client.get()));
        if (redirectUri.isEmpty()) return new Lost(Outcome.Reason.WRONG_REDIRECT);
        boolean form =
                parameters.get("response_mode").filter("form_post"::equals).isPresent();
        Back back = new Back(
                redirectUri.get(),
                form,
                parameters.get("state"),
                UiLocales.spoken(parameters.get("ui_locales").orElse("")));
        Optional<ErrorObject> wrong = wrong(parameters, client.get());
        return wrong.isPresent()
                ? new Bad(client.get(), back, wrong.get())
                : new Good(request(parameters, client.get(), back), parameters);
    }

    /** To the letter, but for the port of an application on the person's own machine, which it gets anew each time (RFC 8252 section 7.3). */
    private static boolean registered(String uri, Client client) {
        Set<String> registered = client.uris().redirect();
        if (registered.contains(uri)) return true;
        Optional<String> without = withoutPort(uri);
        return without.isPresent()
                && registered.stream().anyMatch(one -> withoutPort(one).equals(without));
    }

    private static Optional<String> withoutPort(String uri) {
        Matcher matcher = AuthorizationRequest.FREE_PORT.matcher(uri);
        return matcher.matches() ? Optional.of(matcher.group(1) + matcher.group(3)) : Optional.empty();
    }

    private static Optional<ErrorObject> wrong(Parameters parameters, Client client) {
        Optional<String> mode = parameters.get("response_mode");
        if (mode.isPresent() && !mode.get().equals("query") && !mode.get().equals("form_post")) {
            return invalid("response_mode must be query or form_post");
        }
        if (parameters.faulty()) {
            return invalid("a parameter is repeated, has a control character, or is longer than " + Parameters.LONGEST
                    + " characters");
        }
        return notSupported(parameters)
                .or(() -> wrongType(parameters))
                .or(() -> wrongScope(parameters))
                .or(() -> wrongProofKey(parameters, client))
                .or(() -> wrongPerson(parameters));
    }

    private static Optional<ErrorObject> notSupported(Parameters parameters) {
        if (parameters.get("request").isPresent()) return Optional.of(OAuth2Error.REQUEST_NOT_SUPPORTED);
        if (parameters.get("request_uri").isPresent()) return Optional.of(OAuth2Error.REQUEST_URI_NOT_SUPPORTED);
        if (parameters.get("registration").isPresent()) return Optional.of(OIDCError.REGISTRATION_NOT_SUPPORTED);
        return Optional.empty();
    }

    private static Optional<ErrorObject> wrongType(Parameters parameters) {
        Optional<String> type = parameters.get("response_type");
        if (type.isEmpty()) return invalid("response_type is missing");
        return type.get().equals("code")
                ? Optional.empty()
                : Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.setDescription("response_type must be code"));
    }

    private static Optional<ErrorObject> wrongScope(Parameters parameters) {
        return scope(parameters).contains(Client.OPENID)
                ? Optional.empty()
                : Optional.of(OAuth2Error.INVALID_SCOPE.setDescription("scope must contain openid"));
    }

    private static Optional<ErrorObject> wrongProofKey(Parameters parameters, Client client) {
        Optional<String> challenge = parameters.get("code_challenge");
        Optional<String> method = parameters.get("code_challenge_method");
        if (challenge.isEmpty()) {
            if (method.isPresent()) return invalid("code_challenge is missing");
            return client.proofKeyRequired() ? invalid("code_challenge is required (PKCE)") : Optional.empty();
        }
        // Without a method it would be "plain" (RFC 7636 section 4.3).
        if (!method.equals(Optional.of("S256"))) return invalid("code_challenge_method must be S256");
        return CHALLENGE.matcher(challenge.get()).matches()
                ? Optional.empty()
                : invalid("code_challenge must be 43 characters of base64url");
    }

    private static Optional<ErrorObject> wrongPerson(Parameters parameters) {
        if (parameters
                .get("nonce")
                .filter(nonce -> nonce.length() > LONGEST_NONCE)
                .isPresent()) {
            return invalid("nonce is longer than " + LONGEST_NONCE + " characters");
        }
        Set<String> prompts = words(parameters.get("prompt").orElse(""));
        if (!PROMPTS.containsAll(prompts)) return invalid("prompt has an unknown value");
        if (prompts.contains(AuthorizationRequest.NONE) && prompts.size() > 1) {
            return invalid("prompt none goes with no other");
        }
        boolean good =
                parameters.get("max_age").map(SECONDS.asMatchPredicate()::test).orElse(true);
        return good ? Optional.empty() : invalid("max_age must be a number of seconds");
    }

    private static AuthorizationRequest request(Parameters parameters, Client client, Back back) {
        return new AuthorizationRequest(
                client,
                back,
                // Those that are unknown or not the client's are left out, and the token response says so (RFC 6749
                // section 3.3).
                client.allowed(scope(parameters)),
                parameters.get("nonce"),
                parameters.get("code_challenge"),
                Set.copyOf(words(parameters.get("prompt").orElse(""))),
                parameters.get("max_age").map(Long::parseLong).map(Duration::ofSeconds),
                Arrays.stream(parameters.get("acr_values").orElse("").split(" "))
                        .filter(ACRS::contains)
                        .findFirst(),
                parameters.get("id_token_hint"),
                parameters.get("login_hint"));
    }

    private static Set<String> scope(Parameters parameters) {
        return parameters.get("scope").flatMap(Scopes::parse).orElse(Set.of());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split(" ")));
        words.remove("");
        return words;
    }

    private static Optional<ErrorObject> invalid(String description) {
        return Optional.of(OAuth2Error.INVALID_REQUEST.setDescription(description));
    }
}

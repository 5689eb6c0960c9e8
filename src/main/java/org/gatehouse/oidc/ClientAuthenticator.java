package org.gatehouse.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.audit.Audit;
import org.gatehouse.audit.Circumstances;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientAuthentication.Method;
import org.gatehouse.client.ClientSecrets;
import org.gatehouse.client.Clients;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which client calls (OpenID Connect Core 1.0 section 9, RFC 6749 section 2.3). A client uses the method that it is registered with; one with a
 * secret may send it in the header or in the form. Not in a transaction: the hash of a secret takes long on purpose.
 */
@Dependent
class ClientAuthenticator {
    private static final Logger LOG = System.getLogger(ClientAuthenticator.class.getName());
    private static final Set<Method> BY_SECRET = EnumSet.of(Method.CLIENT_SECRET_BASIC, Method.CLIENT_SECRET_POST);

    private final Clients clients;
    private final ClientSecrets secrets;
    private final ClientAssertions assertions;
    private final Failures failures;
    private final Audit audit;

    @Inject
    ClientAuthenticator(
            Clients clients, ClientSecrets secrets, ClientAssertions assertions, Failures failures, Audit audit) {
        this.clients = clients;
        this.secrets = secrets;
        this.assertions = assertions;
        this.failures = failures;
        this.audit = audit;
    }

    /**
     * Authenticates the client of a request.
     *
     * @param authorization the {@code Authorization} header, or null
     */
    ClientCheck authenticate(@Nullable String authorization, Parameters form) {
        ClientCheck check = check(authorization, form);
        if (check instanceof ClientCheck.Known known
                && known.who().authentication().method() != Method.NONE)
            audit.callIsBy(Circumstances.CLIENT + known.who().id());
        return check;
    }

    private ClientCheck check(@Nullable String authorization, Parameters form) {
        Optional<String> id = form.get("client_id");
        Optional<String> secret = form.get("client_secret");
        Optional<String> assertion = form.get("client_assertion");
        boolean asserted =
                assertion.isPresent() || form.get("client_assertion_type").isPresent();
        int methods = (authorization == null ? 0 : 1) + (secret.isPresent() ? 1 : 0) + (asserted ? 1 : 0);
        if (methods > 1) return refused("More than one way to authenticate.");
        if (authorization != null) return basic(authorization, id);
        if (asserted) return byAssertion(assertion, id, form);
        if (id.isEmpty()) return wrong(null);
        return secret.isPresent() ? bySecret(id.get(), secret.get()) : open(id.get());
    }

    private ClientCheck basic(String authorization, Optional<String> id) {
        Optional<ClientSecretBasic> basic = parse(authorization);
        if (basic.isEmpty()) return wrong(null);
        String named = basic.get().getClientID().getValue();
        if (id.isPresent() && !id.get().equals(named)) return refused("Two different client ids.");
        return bySecret(named, basic.get().getClientSecret().getValue());
    }

    private static Optional<ClientSecretBasic> parse(String authorization) {
        try {
            return Optional.of(ClientSecretBasic.parse(authorization));
        } catch (ParseException | RuntimeException e) {
            // The library answers some headers with other exceptions than its own.
            return Optional.empty();
        }
    }

    private ClientCheck bySecret(String id, String secret) {
        Optional<Client> client = find(id, BY_SECRET);
        try {
            return client.isPresent() && secrets.verify(client.get(), secret)
                    ? new ClientCheck.Known(client.get())
                    : wrong(id);
        } catch (ClientSecrets.Busy e) {
            return new ClientCheck.Busy();
        }
    }

    private ClientCheck byAssertion(Optional<String> assertion, Optional<String> id, Parameters form) {
        boolean known = form.get("client_assertion_type")
                .filter(ClientAssertions.TYPE::equals)
                .isPresent();
        if (!known || assertion.isEmpty()) return wrong(id.orElse(null));
        return assertions
                .client(assertion.get())
                .filter(client -> id.isEmpty() || id.get().equals(client.id()))
                .<ClientCheck>map(ClientCheck.Known::new)
                .orElseGet(() -> wrong(
                        id.or(() -> ClientAssertions.named(assertion.get())).orElse(null)));
    }

    private ClientCheck open(String id) {
        return find(id, EnumSet.of(Method.NONE))
                .<ClientCheck>map(ClientCheck.Known::new)
                .orElseGet(() -> wrong(id));
    }

    private Optional<Client> find(String id, Set<Method> methods) {
        return clients.find(id)
                .filter(client -> methods.contains(client.authentication().method()));
    }

    /** What is tried with the name of a client stands in the trail, once in a while; other names are anyone's. */
    private ClientCheck wrong(@Nullable String id) {
        LOG.log(Level.INFO, "a client could not be authenticated");
        if (id != null && clients.find(id).isPresent() && failures.first(id)) {
            audit.record("client.authenticate", "invalid-client", null, null, id);
        }
        return new ClientCheck.Refused(OAuth2Error.INVALID_CLIENT);
    }

    private static ClientCheck refused(String description) {
        return new ClientCheck.Refused(OAuth2Error.INVALID_REQUEST.setDescription(description));
    }
}

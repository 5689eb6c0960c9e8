package org.gatehouse.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.ClientAuthentication;

/** The public keys of clients: those that are registered, or those at the registered address, kept for a short time. */
@ApplicationScoped
class ClientKeys {
    private static final Logger LOG = System.getLogger(ClientKeys.class.getName());
    private static final int MOST_BYTES = 51_200;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(5);
    /** An address that no client is registered with any more is not asked again. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

    private final Cache<URI, JWKSource<SecurityContext>> fetched =
            Caffeine.newBuilder().expireAfterAccess(FORGOTTEN).build();

    /** The keys of the client that fit; none where they cannot be fetched. */
    List<JWK> find(ClientAuthentication authentication, JWKMatcher wanted) {
        JWKSelector selector = new JWKSelector(wanted);
        Optional<List<JWK>> registered = authentication.keys().map(selector::select);
        return registered.orElseGet(
                () -> authentication.keysUri().map(uri -> fetch(uri, selector)).orElse(List.of()));
    }

    private List<JWK> fetch(URI uri, JWKSelector selector) {
        try {
            return fetched.get(uri, ClientKeys::source).get(selector, null);
        } catch (KeySourceException e) {
            LOG.log(Level.WARNING, "the keys of a client cannot be fetched from {0}: {1}", uri, e.getMessage());
            return List.of();
        }
    }

    /** An unknown key makes it fetch anew, twice in half a minute at most. No thread of its own: it would outlive the application. */
    private static JWKSource<SecurityContext> source(URI uri) {
        try {
            return JWKSourceBuilder.create(uri.toURL(), new Retriever())
                    .cache(KEPT.toMillis(), PATIENCE_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_FETCHES.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a registered address is http or https: " + uri, e);
        }
    }

    /** Follows no redirect: only the registered address says which keys are the client's. */
    private static final class Retriever extends DefaultResourceRetriever {
        Retriever() {
            super(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}

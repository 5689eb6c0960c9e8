package org.gatehouse.bridge;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.Client;
import org.gatehouse.http.PublicUrl;

/**
 * A site behind a reverse proxy that asks us who is there.
 *
 * @param client what it is registered as
 * @param callback the redirect URI that makes it a portal: {@value #CALLBACK} is its path, or the end of it
 */
record Portal(Client client, URI callback) {
    /** Where on its own host a portal has us: what its proxy hands over to {@code /oauth2/forward-auth/{client_id}/}. */
    private static final String CALLBACK = "/.gatehouse/callback";

    /** The portal of this client; empty where it is none, or where its addresses do not say which. */
    static Optional<Portal> of(Client client) {
        List<URI> callbacks = client.uris().redirect().stream()
                .map(URI::create)
                .filter(uri -> uri.getHost() != null && uri.getRawQuery() == null)
                .filter(uri -> uri.getRawPath().endsWith(CALLBACK))
                .toList();
        return callbacks.size() == 1 ? Optional.of(new Portal(client, callbacks.get(0))) : Optional.empty();
    }

    /** The public URL under which browsers have us there: the portal's origin, to which its cookies belong. */
    PublicUrl origin() {
        return new PublicUrl(URI.create(callback.getScheme() + "://" + callback.getRawAuthority()));
    }

    /** Where a browser begins to sign in there. */
    String start() {
        return callback.resolve("start").toString();
    }

    /** Where a browser may go after a sign-out at Gatehouse: an address that is registered for that, of the portal itself. */
    Optional<String> afterLogout() {
        String begin = origin().at("/");
        return client.uris().postLogoutRedirectUris().stream()
                .filter(uri -> uri.startsWith(begin))
                .sorted()
                .findFirst();
    }
}

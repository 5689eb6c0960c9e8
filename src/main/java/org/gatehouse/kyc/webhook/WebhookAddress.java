package org.gatehouse.kyc.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.http.PublicUrl;

/** Where webhooks may be: at https, at http on this machine alone, and not at link-local addresses. */
public final class WebhookAddress {
    static final String SENTENCE =
            "url: must be an absolute https address (http on localhost only) of at most 2000 ASCII"
                    + " characters, without credentials and without a fragment, and not link-local.";

    private static final Pattern FORM = Pattern.compile("https?://[!-~]{1,1992}");
    /** Hosts that are addresses, in which nothing is looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    private static final int HIGHEST_PORT = 65_535;

    private WebhookAddress() {}

    /** The address of this text; empty where no webhook may be there. */
    public static Optional<URI> parse(String text) {
        if (!FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(new URI(text)).filter(WebhookAddress::taken);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean taken(URI uri) {
        return uri.getHost() != null
                && uri.getPort() <= HIGHEST_PORT
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && (uri.getScheme().equals("https") || PublicUrl.local(uri.getHost()))
                && !linkLocal(uri.getHost());
    }

    private static boolean linkLocal(String host) {
        try {
            return LITERAL.matcher(host).matches()
                    && InetAddress.getByName(host).isLinkLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

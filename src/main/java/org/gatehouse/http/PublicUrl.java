package org.gatehouse.http;

import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;
import org.jspecify.annotations.Nullable;

/**
 * Where people and applications reach this Gatehouse; the issuer of its tokens.
 *
 * @param url the absolute URL without a slash at its end
 */
public record PublicUrl(URI url) implements Settings {
    static final String KEY = "gatehouse.public-url";
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    static PublicUrl read(Keys keys) {
        URI given = keys.url(KEY);
        String text = given.toString();
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        // The Idena app hands such URLs on without encoding them again, so that only a part would arrive.
        if (!text.matches("[A-Za-z0-9:/._~\\[\\]-]+"))
            throw new WrongSetting(KEY, "may contain letters, digits and - . _ ~ only");
        // Clients compare the issuer, browsers the origin, and cookies the path, to the letter.
        if (!text.matches("https?://[^A-Z/]+(/(?!\\.\\.?(/|$))[^/]+)*/?")) {
            throw new WrongSetting(KEY, "must have a host in lower case and no empty or dotted path segment");
        }
        if (!"https".equals(url.getScheme()) && !LOCAL_HOSTS.contains(url.getHost())) {
            throw new WrongSetting(KEY, "must begin with https:// unless the host is localhost");
        }
        return new PublicUrl(url);
    }

    /**
     * An address below the public URL.
     *
     * @param path begins with a slash
     */
    public String at(String path) {
        return url + path;
    }

    /** The issuer: the public URL itself. */
    public String issuer() {
        return url.toString();
    }

    /** The host's name, as people know it. */
    public String host() {
        return url.getHost();
    }

    /** The path of the public URL with a slash at its end: what cookies are limited to. */
    public String cookiePath() {
        return url.getPath() + "/";
    }

    /** Whether browsers reach us over TLS. */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** Whether the host is this very machine. */
    public boolean local() {
        return local(url.getHost());
    }

    /** Whether a host of this name is this very machine. */
    public static boolean local(String host) {
        return LOCAL_HOSTS.contains(host);
    }

    /** Scheme, host and port, as a browser's {@code Origin} header has them: without a port that the scheme implies (RFC 6454 section 6.2). */
    public String origin() {
        boolean implied = url.getPort() == (secure() ? 443 : 80);
        return url.getScheme() + "://" + (implied ? url.getHost() : url.getRawAuthority());
    }

    /**
     * Whether a request that a browser sent with its cookies was caused by a page of ours. Safe methods always pass; others need an
     * {@code Origin} or {@code Sec-Fetch-Site} that says so.
     *
     * @param header gives a header of the request by name, or null
     */
    public boolean sameOrigin(String method, Function<String, @Nullable String> header) {
        if (method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS")) return true;
        String site = header.apply("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        return origin().equals(header.apply("Origin"));
    }
}

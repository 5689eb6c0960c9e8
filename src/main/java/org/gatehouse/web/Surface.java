package org.gatehouse.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.http.PublicUrl;

/** The three kinds of address that a browser can meet here, and the headers that each is answered with. */
enum Surface {
    /** What people look at. Scripts, styles and pictures come from here alone, and never from within the page. */
    PAGE(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "same-origin",
            "no-store"),
    /** Scripts, styles and pictures. */
    ASSET(Surface.NOTHING, "no-referrer", "public, max-age=3600"),
    /** What programs call. Each endpoint says itself what may be cached. */
    ENDPOINT(Surface.NOTHING, "no-referrer", "");

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final Pattern ENDPOINTS = Pattern.compile(
            "/(?!oauth2/(authorize|logout)(/|$))(api|idena|selfkey|oauth2|ops|practice-node|\\.well-known)(/.*)?");
    private static final Pattern ASSETS =
            Pattern.compile("/assets/.*|/webjars/.*|/jakarta\\.faces\\.resource/.*|/favicon\\.ico");

    private final String policy;
    private final String referrer;
    private final String cache;

    Surface(String policy, String referrer, String cache) {
        this.policy = policy;
        this.referrer = referrer;
        this.cache = cache;
    }

    /** The kind of address of this path, which begins with a slash below the context. */
    static Surface of(String path) {
        if (ENDPOINTS.matcher(path).matches()) return ENDPOINT;
        return ASSETS.matcher(path).matches() ? ASSET : PAGE;
    }

    /** The kind of address that this request is for; where it is told of an error, that of the request which failed. */
    static Surface of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String text ? text : request.getRequestURI();
        String context = request.getContextPath();
        Surface surface = of(uri.startsWith(context) ? uri.substring(context.length()) : uri);
        // An error is a page even where an asset was asked for: it must not be cached.
        return failed != null && surface == ASSET ? PAGE : surface;
    }

    /** The policy of a page whose form goes to this place, and to no other. */
    static String formTo(String origin) {
        return PAGE.policy.replace("form-action 'self'", "form-action " + origin);
    }

    /**
     * The policy of a page in which wallets show themselves: browser extensions in a frame.
     *
     * @param scripts the origins of scripts that are not ours
     * @param practice whether the practice wallet, which is ours, may stand in for an extension
     */
    static String showingWallets(List<String> scripts, boolean practice) {
        String sources = Stream.concat(Stream.of("'self'"), scripts.stream()).collect(Collectors.joining(" "));
        return PAGE.policy.replace("script-src 'self'", "script-src " + sources)
                + "; frame-src chrome-extension:"
                + (practice ? " 'self'" : "");
    }

    /** The content security policy. */
    String policy() {
        return policy;
    }

    /** The headers by name. */
    Map<String, String> headers(PublicUrl publicUrl) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Security-Policy", policy);
        headers.put("Referrer-Policy", referrer);
        if (!cache.isEmpty()) headers.put("Cache-Control", cache);
        headers.put("X-Content-Type-Options", "nosniff");
        // For browsers that do not know frame-ancestors; Payara would say SAMEORIGIN.
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (publicUrl.secure()) headers.put("Strict-Transport-Security", "max-age=31536000");
        return headers;
    }
}

package org.gatehouse.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts that goes wherever it is sent, among the applications of one host: it keeps cookies by their paths. */
final class Traveller {
    private static final int MOST_REDIRECTS = 20;
    private static final Pattern PATH = Pattern.compile(";\\s*path=([^;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDED =
            Pattern.compile(";\\s*(max-age=0|expires=thu, 01.jan.1970)", Pattern.CASE_INSENSITIVE);

    private final GatehouseSystem gatehouse;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();

    Traveller(GatehouseSystem gatehouse) {
        this.gatehouse = gatehouse;
    }

    /** Opens an address and follows every redirect. */
    Arrival go(String url) {
        return go(url, Optional.empty());
    }

    /** Opens an address and follows redirects up to the one that leads to an address that begins so, which is not opened. */
    Arrival goUntil(String url, String beginning) {
        return go(url, Optional.of(beginning));
    }

    /** Confirms with the wallet what the sign-in page shows, and follows every redirect. */
    Arrival signIn(Arrival page, FakeWallet wallet) {
        return go(confirm(page, wallet), Optional.empty());
    }

    /** The same, up to the redirect that leads to an address that begins so, which is not opened. */
    Arrival signInUntil(Arrival page, FakeWallet wallet, String beginning) {
        return go(confirm(page, wallet), Optional.of(beginning));
    }

    /** Sends a form without fields, as a page of the same site does, and follows every redirect. */
    Arrival submit(String url) {
        URI uri = URI.create(url);
        HttpRequest.Builder form = request(uri)
                .header("Origin", uri.getScheme() + "://" + uri.getAuthority())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody());
        return follow(uri, form, Optional.empty());
    }

    /** Loses the cookies of the application at this path, as if its session were over. */
    void forget(String path) {
        cookies.remove(path);
    }

    private String confirm(Arrival page, FakeWallet wallet) {
        Browser.Invitation invitation = gatehouse.browser().invitation(page.body());
        gatehouse.confirm(invitation, wallet);
        return gatehouse.url() + invitation.callback();
    }

    private Arrival go(String url, Optional<String> beginning) {
        URI uri = URI.create(url);
        return follow(uri, request(uri).GET(), beginning);
    }

    private Arrival follow(URI from, HttpRequest.Builder first, Optional<String> beginning) {
        URI at = from;
        HttpRequest.Builder next = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = gatehouse.send(next);
            keep(at, response);
            if (response.statusCode() / 100 != 3) return new Arrival(at, response.statusCode(), response.body());
            at = at.resolve(response.headers().firstValue("Location").orElseThrow());
            if (beginning.filter(at.toString()::startsWith).isPresent()) return new Arrival(at, 0, "");
            next = request(at).GET();
        }
        throw new AssertionError("too many redirects, the last one to " + at);
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header("User-Agent", "test browser")
                .header("Accept", "text/html,*/*;q=0.8");
        String header = cookies.entrySet().stream()
                .filter(path -> (uri.getPath() + "/").startsWith(path.getKey().replaceFirst("/?$", "/")))
                .flatMap(path -> path.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!header.isEmpty()) request.header("Cookie", header);
        return request;
    }

    private void keep(URI from, HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            Matcher path = PATH.matcher(cookie);
            Map<String, String> here =
                    cookies.computeIfAbsent(path.find() ? path.group(1) : from.getPath(), unknown -> new TreeMap<>());
            if (ENDED.matcher(cookie).find()) here.remove(pair[0]);
            else here.put(pair[0], pair[1].replace("\"", ""));
        }
    }

    /**
     * Where it came to.
     *
     * @param uri the address
     * @param status what was answered there; 0 where it was not opened
     * @param body what was shown
     */
    record Arrival(URI uri, int status, String body) {
        /** Whether the address begins so. */
        boolean isAt(String beginning) {
            return uri.toString().startsWith(beginning);
        }
    }
}

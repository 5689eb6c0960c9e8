package org.gatehouse.it;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, says where a request came from, follows no redirect by itself. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("[?&;]token=([a-z2-7]{26})");
    private static final Pattern CALLBACK = Pattern.compile("callback_url=([^&\"]+)");

    private final GatehouseSystem gatehouse;
    private final Map<String, String> cookies;

    Browser(GatehouseSystem gatehouse) {
        this(gatehouse, new TreeMap<>());
    }

    private Browser(GatehouseSystem gatehouse, Map<String, String> cookies) {
        this.gatehouse = gatehouse;
        this.cookies = cookies;
    }

    /** A request to this address of anyone. */
    static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    }

    /** The same browser, whose requests arrive at another node. */
    Browser at(GatehouseSystem node) {
        return new Browser(node, cookies);
    }

    HttpResponse<String> get(String path) {
        return keep(gatehouse.send(
                request(path).header("Accept", "text/html,*/*;q=0.8").GET()));
    }

    /** A form on one of our own pages. */
    HttpResponse<String> post(String path, String body) {
        return keep(gatehouse.send(ours(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
    }

    /** A script on one of our own pages. */
    HttpResponse<String> postJson(String path, String body) {
        return keep(gatehouse.send(
                ours(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    /** Opens an address of another site on this host: cookies do not keep ports apart (RFC 6265 section 8.5). */
    HttpResponse<String> visit(String address, String... headers) {
        HttpRequest.Builder request = withCookies(HttpRequest.newBuilder(URI.create(address)));
        if (headers.length > 0) request.headers(headers);
        return keep(gatehouse.send(request));
    }

    /** Any other call of a script on one of our own pages; a patch and the like have their JSON, and headers, here. */
    HttpResponse<String> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                ours(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return keep(gatehouse.send(request));
    }

    HttpRequest.Builder request(String path) {
        return withCookies(gatehouse.request(path));
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        request.header("User-Agent", "test browser");
        if (!cookies.isEmpty()) request.header("Cookie", cookieHeader());
        return request;
    }

    /** A request from one of our own pages. */
    HttpRequest.Builder ours(String path) {
        return request(path).header("Origin", gatehouse.origin()).header("Sec-Fetch-Site", "same-origin");
    }

    private String cookieHeader() {
        StringBuilder header = new StringBuilder();
        cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        return header.toString();
    }

    HttpResponse<String> keep(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            String value = pair[1].replace("\"", "");
            if (value.isEmpty()) cookies.remove(pair[0]);
            else cookies.put(pair[0], value);
        }
        return response;
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Opens the sign-in page and reads what a wallet would be given. */
    Invitation openSignIn(String query) {
        return invitation(get("/signin" + query).body());
    }

    /** Reads the sign-in page. */
    Invitation invitation(String page) {
        return new Invitation(
                first(TOKEN, page), first(CALLBACK, page).replaceFirst("^" + Pattern.quote(gatehouse.url()), ""));
    }

    /** Signs in with a wallet, through every step. */
    void signIn(FakeWallet wallet) {
        Invitation invitation = openSignIn("");
        String nonce = GatehouseSystem.nonce(gatehouse.startSession(invitation.token(), wallet.address()));
        gatehouse.authenticate(invitation.token(), wallet.sign(nonce));
        get(invitation.callback());
        if (cookie("gatehouse_session").isEmpty()) throw new AssertionError("the browser is not signed in");
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) throw new AssertionError("the page does not show " + pattern + ": " + page);
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    /**
     * What the sign-in page gives to a wallet.
     *
     * @param token the token
     * @param callback path of the address that the wallet opens at the end
     */
    record Invitation(String token, String callback) {}
}

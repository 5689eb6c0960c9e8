package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * A page with the SelfKey button, as the wallet and the browser show it to us.
 *
 * @param client whose root endpoint it uses
 * @param origin where it is
 */
record LwsPage(GatehouseSystem gatehouse, String client, String origin) {
    /** The portal of another origin. */
    static LwsPage portal(GatehouseSystem gatehouse) {
        return new LwsPage(gatehouse, "lws", "https://lws.example");
    }

    /** Our own sign-in page. */
    static LwsPage own(GatehouseSystem gatehouse) {
        return new LwsPage(gatehouse, "gatehouse", gatehouse.url().replaceFirst("(https?://[^/]+).*", "$1"));
    }

    /** What the wallet gives to the page, when it has signed a challenge anew. */
    String userToken(SelfkeyWallet wallet) {
        return json(fetch(wallet.walletToken(gatehouse, client))).getString("token");
    }

    /** The wallet fetches the user token, as versions since 1.4.4 do. */
    HttpResponse<String> fetch(String walletToken) {
        return gatehouse.send(SelfkeyWallet.request(gatehouse, client, "/users/token?meta=%7B%22a%22%3A%22b%22%7D")
                .setHeader("Origin", origin)
                .header("Authorization", "Bearer " + walletToken)
                .GET());
    }

    /** The page hands a token in, without credentials, and its browser says whose page it is. */
    HttpResponse<String> handIn(String token) {
        return gatehouse.send(request().POST(BodyPublishers.ofString(body(token))));
    }

    /** The browser asks first, as for every script's call with JSON to another origin. */
    HttpResponse<String> ask() {
        return gatehouse.send(gatehouse
                .request(path())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    /** Our own page hands a token in, with this browser's cookies. */
    HttpResponse<String> handIn(String token, Browser browser) {
        return browser.postJson(path(), body(token));
    }

    /** Where an answer leads to. */
    static String redirectTo(HttpResponse<String> answer) {
        return json(answer).getString("redirectTo");
    }

    private HttpRequest.Builder request() {
        return gatehouse.request(path()).header("Origin", origin).header("Content-Type", "application/json");
    }

    private String path() {
        return "/selfkey/" + client + "/login";
    }

    private static String body(String token) {
        return GatehouseSystem.object("token", token, "jwt", token);
    }
}

package org.gatehouse.it;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A call about an application.
 *
 * @param method how
 * @param template where, with <code>{id}</code> for the application's
 * @param body what is sent; empty for nothing
 */
record KycCall(String method, String template, String body) {
    String path(String id) {
        return template.replace("{id}", id);
    }

    /** The call as a wallet begins it, without a token. */
    HttpRequest.Builder request(GatehouseSystem gatehouse, String client, String id) {
        HttpRequest.Builder request = SelfkeyWallet.request(gatehouse, client, path(id));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        return request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}

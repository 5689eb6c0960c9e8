package org.gatehouse.endpoint;

import org.gatehouse.client.Client;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.http.PublicUrl;

/**
 * The root endpoint of a client, as SelfKey's documents call it.
 *
 * @param client the client
 * @param profile its {@code selfkey} member
 * @param url where it is, without a slash at its end; also the {@code aud} of its wallet tokens
 */
public record RootEndpoint(Client client, SelfkeyProfile profile, String url) {
    /** The path of a client's root endpoint below the public URL. */
    public static String path(String client) {
        return "/selfkey/" + client;
    }

    public static RootEndpoint of(Client client, SelfkeyProfile profile, PublicUrl publicUrl) {
        return new RootEndpoint(client, profile, publicUrl.at(path(client.id())));
    }
}

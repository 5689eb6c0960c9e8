package org.gatehouse.endpoint;

import java.net.URI;
import org.gatehouse.account.Accounts;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.client.Clients;
import org.gatehouse.http.PublicUrl;

/** Makes root endpoints; opens this room to the tests of others. */
public final class EndpointTestBed {
    /** Where Gatehouse is, unless a test says otherwise. */
    public static final PublicUrl PUBLIC_URL = new PublicUrl(URI.create("https://gate.example"));

    private EndpointTestBed() {}

    /** The root endpoint of a client with this id and name, whose pages are at {@code https://portal.example}. */
    public static RootEndpoint root(String id, String name) {
        return root(ClientTestBed.client("{'client_id':'" + id + "','name':'" + name
                + "','redirect_uris':['https://portal.example/cb'],'selfkey':{'origins':['https://portal.example']}}"));
    }

    /** The root endpoint of Gatehouse's own client. */
    public static RootEndpoint own() {
        return root(ClientTestBed.own());
    }

    private static RootEndpoint root(Client client) {
        return RootEndpoint.of(client, client.selfkey().orElseThrow(), PUBLIC_URL);
    }

    /** The root endpoints of these clients. */
    public static RootEndpoints roots(Clients clients, PublicUrl publicUrl) {
        return new RootEndpoints(clients, publicUrl);
    }

    /** The pages that may call the root endpoints of a Gatehouse at this address. */
    public static Origins origins(PublicUrl publicUrl) {
        return new Origins(publicUrl);
    }

    /** Whom clients let in, of these accounts. */
    public static Admissions admissions(Accounts accounts) {
        return new Admissions(accounts);
    }
}

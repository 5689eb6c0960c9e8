package org.gatehouse.endpoint;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.client.Clients;
import org.gatehouse.http.PublicUrl;

/** The root endpoints that there are: one for each enabled client with a {@code selfkey} member, and our own. */
@Dependent
public class RootEndpoints {
    /** What is said where there is none. */
    public static final String UNKNOWN = "There is no such client";

    private final Clients clients;
    private final PublicUrl publicUrl;

    @Inject
    RootEndpoints(Clients clients, PublicUrl publicUrl) {
        this.clients = clients;
        this.publicUrl = publicUrl;
    }

    /** The root endpoint of this client; empty where it has none. */
    public Optional<RootEndpoint> find(String client) {
        return clients.find(client)
                .flatMap(found -> found.selfkey().map(profile -> RootEndpoint.of(found, profile, publicUrl)));
    }
}

package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;

/** The secrets of clients. */
@Dependent
public class ClientSecrets {
    /** Whether this is a secret of the client; takes as long where the client has none. */
    public boolean verify(Client client, String secret) {
        return false;
    }
}

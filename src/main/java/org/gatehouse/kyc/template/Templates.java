package org.gatehouse.kyc.template;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.gatehouse.client.Client;

/** The templates that there are. */
@Dependent
public class Templates {
    /** The newest version of this template; empty where there is none, or it is withdrawn. */
    public Optional<Template> find(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** A version of this template, withdrawn or not. */
    public Optional<Template> find(String id, int version) {
        throw new UnsupportedOperationException(id + version);
    }

    /** The templates that people apply with at this client, in the order of its entry. */
    public List<Template> offered(Client client) {
        throw new UnsupportedOperationException(client.id());
    }
}

package org.gatehouse.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** All registered applications: for those who choose one. Read anew each time. */
@Dependent
public class ClientList {
    private static final int MOST = 1_000;

    private final ClientStore store;

    @Inject
    ClientList(ClientStore store) {
        this.store = store;
    }

    /** The first thousand that may act now, by id; the one that is built in is not among them. */
    public List<Client> enabled() {
        return store.after("", MOST).stream()
                .flatMap(stored -> ClientBeans.client(stored).stream())
                .filter(Client::enabled)
                .toList();
    }
}

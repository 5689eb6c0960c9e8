package org.gatehouse.client;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Applies the clients file before the first request, and reminds of what an administrator may want to change. */
@ApplicationScoped
class ClientsAtStart {
    private static final Logger LOG = System.getLogger(ClientsAtStart.class.getName());
    private static final int PAGE = 200;

    @Inject
    ClientsFile file;

    @Inject
    ClientsUpdate update;

    @Inject
    ClientStore clients;

    @Inject
    SecretStore secrets;

    @Inject
    @Any
    Instance<Reminding> others;

    /** Runs after the settings were checked and the schema was made. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup start) {
        file.entries().ifPresent(update::apply);
        remind();
    }

    private void remind() {
        List<StoredClient> page = clients.after("", PAGE);
        while (!page.isEmpty()) {
            for (StoredClient stored : page) {
                ClientBeans.client(stored).filter(Client::enabled).ifPresent(this::remind);
            }
            page = clients.after(page.get(page.size() - 1).id(), PAGE);
        }
    }

    private void remind(Client client) {
        List<String> reminders = new ArrayList<>(Reminders.of(client, hasSecret(client)));
        others.forEach(other -> reminders.addAll(other.of(client)));
        reminders.forEach(text -> LOG.log(Level.WARNING, "client {0}: {1}", client.id(), text));
    }

    private boolean hasSecret(Client client) {
        return !secrets.live(client.id()).isEmpty();
    }
}

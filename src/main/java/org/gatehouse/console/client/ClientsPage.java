package org.gatehouse.console.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatehouse.client.ClientSearch;
import org.gatehouse.client.Registrations;
import org.gatehouse.client.StoredClient;
import org.gatehouse.grant.Grants;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The table of registered applications. What is looked for stands in the address. */
@Named("clientsPage")
@RequestScoped
public class ClientsPage {
    @Inject
    Registrations registrations;

    @Inject
    Grants grants;

    @Inject
    Asked asked;

    private ClientSearch search = new ClientSearch("", false);
    private final Lines lines = new Lines(this);

    @PostConstruct
    void load() {
        search = new ClientSearch(asked.text("q"), asked.text("sort").equals("newest"));
    }

    /** The applications that are found. */
    public LazyDataModel<ClientLine> getLines() {
        return lines;
    }

    /** How many are found. */
    public long getCount() {
        return registrations.count(search);
    }

    /** The text that is looked for. */
    public String getText() {
        return search.text();
    }

    /** Whether those that were changed last come first. */
    public boolean isNewestFirst() {
        return search.newestFirst();
    }

    private List<ClientLine> lines(int first, int size) {
        List<StoredClient> found = registrations.search(search, first, size);
        Map<String, Instant> newest =
                grants.newest(found.stream().map(StoredClient::id).toList());
        return found.stream()
                .map(client -> ClientLine.of(client, registrations.read(client), newest.get(client.id())))
                .toList();
    }

    /** A page of the table at a time. */
    private static final class Lines extends LazyDataModel<ClientLine> {
        private static final long serialVersionUID = 1L;

        private final transient ClientsPage page;

        Lines(ClientsPage page) {
            this.page = page;
        }

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.toIntExact(page.getCount());
        }

        @Override
        public List<ClientLine> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return page.lines(first, size);
        }
    }
}

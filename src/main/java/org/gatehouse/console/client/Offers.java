package org.gatehouse.console.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientSearch;
import org.gatehouse.client.Registrations;
import org.gatehouse.client.SelfkeyProfile;
import org.gatehouse.client.StoredClient;
import org.jspecify.annotations.Nullable;

/** Which applications offer which templates. */
@RequestScoped
class Offers {
    private static final int MOST = 1_000;

    @Inject
    Registrations registrations;

    private @Nullable Map<String, List<String>> byTemplate;

    /** The ids of the applications whose entries list this template. */
    List<String> of(String template) {
        if (byTemplate == null) byTemplate = read();
        return byTemplate.getOrDefault(template, List.of());
    }

    private Map<String, List<String>> read() {
        Map<String, List<String>> found = new HashMap<>();
        for (StoredClient client : registrations.search(new ClientSearch("\"templates\"", false), 0, MOST)) {
            List<String> templates = registrations
                    .read(client)
                    .flatMap(Client::selfkey)
                    .map(SelfkeyProfile::templates)
                    .orElse(List.of());
            for (String template : templates) {
                found.computeIfAbsent(template, none -> new ArrayList<>()).add(client.id());
            }
        }
        return found;
    }
}

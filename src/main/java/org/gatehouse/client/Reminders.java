package org.gatehouse.client;

import java.util.ArrayList;
import java.util.List;

/** What of a client an administrator is reminded of: allowed, and less than it could be. */
final class Reminders {
    private Reminders() {}

    /**
     * One sentence for each thing.
     *
     * @param secret whether it has a live secret
     */
    static List<String> of(Client client, boolean secret) {
        List<String> reminders = new ArrayList<>();
        if (!client.proofKeyRequired()) {
            reminders.add(
                    "pkce is optional: make it required as soon as the application sends a code_challenge (RFC 7636)");
        }
        if (client.authentication().bySecret() && !secret) {
            reminders.add("it proves itself by a secret and has none: POST /api/clients/" + client.id()
                    + "/secret makes one");
        }
        if (client.selfkey().filter(selfkey -> !selfkey.claims().isEmpty()).isPresent()
                && !client.scope().contains(Client.ATTRIBUTES)) {
            reminders.add(
                    "its scope lacks attributes: selfkey.claims stand in the user token of a SelfKey wallet alone");
        }
        return reminders;
    }
}

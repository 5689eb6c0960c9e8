package org.gatehouse.client;

import java.util.List;

/** What of a client an administrator is reminded of: allowed, and less than it could be. */
final class Reminders {
    private Reminders() {}

    /** One sentence for each thing. */
    static List<String> of(Client client) {
        if (client.proofKeyRequired()) return List.of();
        return List.of(
                "pkce is optional: set it to required as soon as the application sends a code_challenge (RFC 7636)");
    }
}

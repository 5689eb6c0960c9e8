package org.gatehouse.logout;

import java.util.Optional;
import org.gatehouse.client.Client;

/** What a request to sign out may do. */
public sealed interface LogoutAnswer {
    /**
     * The browser's session, if it has one, is to be ended at once.
     *
     * @param goOn where the browser goes afterwards: a registered address
     */
    record End(Optional<String> goOn) implements LogoutAnswer {}

    /**
     * The person is to be asked first: any site can send a browser here.
     *
     * @param client who asks, if that is known
     */
    record Ask(Optional<Client> client) implements LogoutAnswer {}

    /** The address to go on to is not registered for a client that is known: the browser goes nowhere. */
    record Refused() implements LogoutAnswer {}
}

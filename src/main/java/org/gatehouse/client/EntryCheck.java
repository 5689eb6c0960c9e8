package org.gatehouse.client;

import jakarta.json.JsonObject;
import org.gatehouse.http.WrongMember;

/** Checks an entry that someone writes: whether it can be read, and whether it goes together with what is built in. */
final class EntryCheck {
    private final Client own;

    /** @param own the client that is built in */
    EntryCheck(Client own) {
        this.own = own;
    }

    /**
     * The client of this entry.
     *
     * @throws WrongMember if it cannot be taken; it names the first member that is wrong
     */
    Client client(JsonObject entry) {
        Client client = ClientReader.read(entry);
        // Its tokens would open our own API.
        if (client.tokens().audience().equals(own.tokens().audience())) {
            throw new WrongMember("audience", "is that of Gatehouse's own API");
        }
        return client;
    }
}

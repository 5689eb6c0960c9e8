package org.gatehouse.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** Makes clients; opens this room to the tests of others. */
public final class ClientTestBed {
    private ClientTestBed() {}

    /** The client of this entry, with single quotes for double ones; its {@code client_id} is {@code app} unless the entry says otherwise. */
    public static Client client(String entry) {
        JsonObject given =
                Json.createReader(new StringReader(entry.replace('\'', '"'))).readObject();
        JsonObjectBuilder whole = Json.createObjectBuilder().add("client_id", "app");
        given.forEach(whole::add);
        return ClientReader.read(whole.build());
    }

    static Client ruled(List<GroupRule> rules) {
        Client plain = client("{}");
        return new Client(
                plain.id(),
                plain.name(),
                plain.enabled(),
                plain.authentication(),
                plain.uris(),
                plain.scope(),
                plain.proofKeyRequired(),
                plain.consent(),
                plain.admission(),
                plain.tokens(),
                Optional.of(rules));
    }
}

package org.gatehouse.console.client;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.client.Client;
import org.gatehouse.client.StoredClient;
import org.jspecify.annotations.Nullable;

/**
 * An application in the table.
 *
 * @param readable whether this version can read its entry; if not, it is refused everywhere
 * @param confidential whether it can keep a secret, or signs
 * @param wallets the kinds of wallet that it takes; none for all
 * @param kyc how many templates people can apply with at it
 * @param newest when it was last given something; empty where it was never, or that is forgotten
 */
public record ClientLine(
        String id,
        String name,
        boolean enabled,
        boolean readable,
        boolean fromFile,
        boolean confidential,
        Set<String> wallets,
        int kyc,
        Optional<Instant> newest) {
    static ClientLine of(StoredClient stored, Optional<Client> read, @Nullable Instant newest) {
        return new ClientLine(
                stored.id(),
                stored.name(),
                stored.enabled(),
                read.isPresent(),
                stored.fromFile().isPresent(),
                read.filter(client -> client.authentication().confidential()).isPresent(),
                read.map(client ->
                                (Set<String>) new TreeSet<>(client.admission().kinds()))
                        .orElse(Set.of()),
                read.flatMap(Client::selfkey)
                        .map(selfkey -> selfkey.templates().size())
                        .orElse(0),
                Optional.ofNullable(newest));
    }
}

package org.gatehouse.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.account.Person;
import org.gatehouse.account.Standing;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final String ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final Instant SIGNED = Instant.parse("2026-11-20T12:00:00.900Z");

    private final AccountId wallet = AccountId.ethereum(Address.parse(ADDRESS));
    private final Person person =
            Person.of("account", wallet, Standing.unknown(wallet.chain()), Set.of("citizen"), List.of());

    @Test
    void aTokenThatAWalletBringsSaysWhatAnAccessTokenSaysOfThePerson() {
        Client client = ClientTestBed.client("{'client_id':'market','scope':'openid','groups_claim':'roles'}");
        assertEquals(
                Map.ofEntries(
                        Map.entry("upn", ADDRESS),
                        Map.entry("preferred_username", ADDRESS),
                        Map.entry("wallet", "eip155:1:" + ADDRESS),
                        Map.entry("roles", List.of("citizen")),
                        Map.entry("auth_time", SIGNED.getEpochSecond()),
                        Map.entry("acr", "wallet"),
                        Map.entry("amr", List.of("pop")),
                        Map.entry("azp", "market"),
                        Map.entry("client_id", "market"),
                        Map.entry("email", "a@example.org")),
                Claims.wallet(client, person, SIGNED, Map.of("email", "a@example.org")));
    }

    @Test
    void whatPeopleShareDisplacesNoOtherClaim() {
        Client client = ClientTestBed.client("{'client_id':'market'}");
        Map<String, Object> plain = Claims.wallet(client, person, SIGNED, Map.of());
        Map<String, Object> forged = new HashMap<>(plain);
        forged.replaceAll((name, value) -> "forged");
        assertEquals(plain, Claims.wallet(client, person, SIGNED, forged));
    }
}

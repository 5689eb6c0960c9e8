package org.gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final AccountId WALLET =
            AccountId.ethereum(Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

    /** Of which accounts the source was asked. */
    private final List<String> asked = new ArrayList<>();

    private final FactSource source = new FactSource() {
        @Override
        public String fact() {
            return "kyc";
        }

        @Override
        public Set<String> values(String account) {
            asked.add(account);
            return Set.of("app/adult");
        }
    };
    private final Facts facts = Person.of(
                    "account", WALLET, Standing.unknown("eip155:1"), Set.of("citizen"), List.of(source))
            .facts();

    @Test
    void whoseRulesDoNotNameAFactDoesNotHaveItFoundOut() {
        assertEquals(Set.of("citizen"), ClientTestBed.client("{}").groups(facts));
        assertEquals(Set.of("in"), ruled("{'role':['citizen']}").groups(facts));
        assertEquals(Set.of(), ruled("{'idena.state':['Human']}").groups(facts));
        assertEquals(List.of(), asked);
    }

    @Test
    void aFactIsFoundOutOnceForAllRulesAndTokens() {
        Client client = ClientTestBed.client(
                "{'groups':[{'group':'in','when':{'kyc':['adult']}},{'group':'other','when':{'kyc':['bank/adult']}}]}");
        assertEquals(Set.of("in"), client.groups(facts));
        assertEquals(Set.of("in"), client.groups(facts));
        assertEquals(List.of("account"), asked);
    }

    @Test
    void allFactsAreThoseOfTheSourcesAsWell() {
        assertEquals(
                Map.of("role", Set.of("citizen"), "wallet", Set.of("eip155"), "kyc", Set.of("app/adult")), facts.all());
        assertEquals(Optional.empty(), facts.values("idena.state"));
    }

    private static Client ruled(String when) {
        return ClientTestBed.client("{'groups':[{'group':'in','when':" + when + "}]}");
    }
}

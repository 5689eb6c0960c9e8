package org.gatehouse.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.account.Person;
import org.gatehouse.account.Standing;
import org.gatehouse.wallet.AccountId;
import org.gatehouse.wallet.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteHeadersTest {
    private static final String ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final Person PERSON = Person.of(
            "0123456789abcdef0123456789abcdef",
            AccountId.idena(Address.parse(ADDRESS)),
            Standing.unknown("idena"),
            Set.of(),
            List.of());

    @Test
    void theySayWhoIsThere() {
        assertEquals(
                Map.of(
                        "Remote-User",
                        ADDRESS,
                        "Remote-Account",
                        "0123456789abcdef0123456789abcdef",
                        "Remote-Wallet",
                        "idena:mainnet:" + ADDRESS,
                        "Remote-Groups",
                        "Human,member"),
                RemoteHeaders.of(PERSON, List.of("member", "Human")));
    }

    @Test
    void whoHasNoGroupHasAnEmptyHeaderAndNotNone() {
        assertEquals("", groups(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "member,            member",
        "'a,b',             a%2Cb",
        "100%,              100%25",
        "'two words',       two%20words",
        "Prüfer,            Pr%C3%BCfer",
        "kyc:basic/approved,kyc:basic/approved"
    })
    void aNameCanBeReadBackFromTheList(String group, String written) {
        assertEquals(written, groups(List.of(group)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nRemote-User: admin", "a\nb", "a\u0000b", "a\u0085b", "a\u2028b", "a\u010Ab", "\u007F", "\t"
            })
    void noNameEndsTheHeader(String group) {
        assertTrue(groups(List.of(group)).matches("[!-~]+"), groups(List.of(group)));
    }

    private static String groups(Collection<String> groups) {
        return String.valueOf(RemoteHeaders.of(PERSON, groups).get("Remote-Groups"));
    }
}

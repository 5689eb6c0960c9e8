package org.gatehouse.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {
    private static final Address ADDRESS = Address.parse("0xab16a96d359ec26a11e2c2b3d8f8b8942d5bfcdb");

    @Test
    void theExampleOfCaip10IsTheAccountOnEthereum() {
        assertEquals(
                "eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                AccountId.ethereum(ADDRESS).toString());
    }

    @Test
    void anAccountOnIdenaNamesItsMainNetwork() {
        AccountId account = AccountId.idena(ADDRESS);
        assertEquals("idena:mainnet:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb", account.toString());
        assertEquals("idena:mainnet", account.chain());
        assertEquals(ADDRESS, account.address());
    }

    @Test
    void theSameKeyOnTwoChainsIsTwoAccounts() {
        assertNotEquals(AccountId.idena(ADDRESS), AccountId.ethereum(ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eip155:1:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:mainnet:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "abc:-_aZ0:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "-a1b2c3d:01234567890123456789012345678901:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb"
            })
    void anAccountIdReadBackIsTheSame(String text) {
        assertEquals(text, AccountId.parse(text).toString());
        assertEquals(AccountId.parse(text), AccountId.parse(text.replace("16a96D", "16A96d")));
    }

    @Test
    void theAddressIsWrittenWithItsChecksumHoweverItWasRead() {
        String text =
                "idena:mainnet:" + ADDRESS.lowerCase().toUpperCase(Locale.ROOT).replace("0X", "0x");
        assertEquals(AccountId.idena(ADDRESS), AccountId.parse(text));
        assertEquals(AccountId.idena(ADDRESS).toString(), AccountId.parse(text).toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "idena",
                "::",
                "0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena::0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "id:mainnet:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idenaidena:mainnet:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "Idena:mainnet:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:main net:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:012345678901234567890123456789012:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:mainnet:more:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:mainnet\n:0xab16a96D359eC26a11e2C2b3d8f8B8942d5Bfcdb",
                "idena:mainnet:0x0000000000000000000000000000000000000000",
                "bip122:000000000019d6689c085ae165831e93:128Lkh3S7CkDTBZ8W7BbpsN3YYizJMp8p6"
            })
    void anyOtherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AccountId.parse(text));
    }
}

package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "::ffff:192.0.2.77, 192.0.2.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
        "2001:0DB8:00a0::1, 2001:db8:a0::/48",
        "2001:db8::1, 2001:db8::/48",
        "2001:0:1::1, 2001:0:1::/48",
        "fe80::1%eth0, fe80::/48",
        "::1, ::/48"
    })
    void anAddressBecomesItsNetwork(String address, String network) {
        assertEquals(Optional.of(network), Network.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.4.",
                ":",
                ":::",
                "1::2::3",
                "g::1",
                "[::1]",
                "0x7f000001"
            })
    void whatIsNoAddressIsNoNetworkAndIsLookedUpNowhere(String text) {
        assertEquals(Optional.empty(), Network.of(text));
    }

    @Test
    void noNetworkIsLongerThanItsColumn() {
        assertEquals(
                "ffff:ffff:ffff::/48",
                Network.of("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").orElseThrow());
    }
}

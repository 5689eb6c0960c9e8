package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.Fake;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final TrustedProxies PROXIES = new TrustedProxies(Stream.of("10.0.0.0/8", "192.0.2.1", "fd00::/8")
            .map(text -> Network.parse(text).orElseThrow())
            .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Nobody but a proxy is believed.
                "203.0.113.9 | 198.51.100.7 |                                         | 203.0.113.9",
                "10.1.2.3    | 198.51.100.7 |                                         | 198.51.100.7",
                "10.1.2.3    |              |                                         | 10.1.2.3",
                // What stands before the last one that is no proxy anyone may have written.
                "10.1.2.3    | 6.6.6.6, 198.51.100.7, 192.0.2.1 |                     | 198.51.100.7",
                "10.1.2.3    | 6.6.6.6, unknown, 10.9.9.9 |                           | 10.9.9.9",
                "10.1.2.3    | 198.51.100.7:4711 |                                    | 198.51.100.7",
                "fd00::1     | [2001:db8::17]:4711 |                                  | 2001:db8:0:0:0:0:0:17",
                "10.1.2.3    |              | for=198.51.100.7;proto=https            | 198.51.100.7",
                "10.1.2.3    |              | for=6.6.6.6, For=\"[2001:db8::17]:47\"  | 2001:db8:0:0:0:0:0:17",
                "10.1.2.3    |              | for=_hidden                             | 10.1.2.3"
            })
    void theAddressOfWhoeverAsks(
            String peer, @Nullable String forwardedFor, @Nullable String forwarded, String expected) {
        assertEquals(expected, PROXIES.client(request(peer, forwardedFor, forwarded)));
    }

    @Test
    void withoutProxiesThePeerIsWhoAsks() {
        TrustedProxies none = TrustedProxies.read(Defaults.with(Map.of()));
        assertEquals("10.1.2.3", none.client(request("10.1.2.3", "198.51.100.7", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0", "1.2.3.4/x", "fd00::/129", "1.2.3.4;5.6.7.8"})
    void anythingElseStopsTheDeployment(String value) {
        assertThrows(WrongSetting.class, () -> TrustedProxies.read(Defaults.with(Map.of(TrustedProxies.KEY, value))));
    }

    private static HttpServletRequest request(String peer, @Nullable String forwardedFor, @Nullable String forwarded) {
        return Fake.of(
                HttpServletRequest.class,
                Map.of(
                        "getRemoteAddr", none -> peer,
                        "getHeaders",
                                name -> {
                                    String value = name[0].equals("Forwarded") ? forwarded : forwardedFor;
                                    return Collections.enumeration(value == null ? List.of() : List.of(value));
                                }));
    }
}

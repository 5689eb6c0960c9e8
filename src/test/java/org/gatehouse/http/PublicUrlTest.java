package org.gatehouse.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.gatehouse.vault.GivenKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
    private static PublicUrl read(String value) {
        return PublicUrl.read(GivenKeys.of(Map.of(PublicUrl.KEY, value)));
    }

    @Test
    void theDeliveredOneIsOnThisMachine() {
        PublicUrl url = PublicUrl.read(Defaults.keys());
        assertEquals("http://localhost:8080", url.issuer());
        assertTrue(url.local());
        assertFalse(url.secure());
    }

    @ParameterizedTest
    @CsvSource({
        "https://gate.example,            https://gate.example,           gate.example, /,      https://gate.example",
        "https://gate.example/,           https://gate.example,           gate.example, /,      https://gate.example",
        "https://gate.example:8443,       https://gate.example:8443,      gate.example, /,      https://gate.example:8443",
        "https://gate.example/base,       https://gate.example/base,      gate.example, /base/, https://gate.example",
        "https://gate.example/base/,      https://gate.example/base,      gate.example, /base/, https://gate.example",
        "http://localhost:8080/a/B_c~d-e, http://localhost:8080/a/B_c~d-e, localhost,   /a/B_c~d-e/, http://localhost:8080",
        "https://gate.example:443,        https://gate.example:443,       gate.example, /,      https://gate.example",
        "http://localhost:80/a,           http://localhost:80/a,          localhost,    /a/,    http://localhost",
        "http://localhost:443,            http://localhost:443,           localhost,    /,      http://localhost:443",
        "http://[::1]:80,                 http://[::1]:80,                [::1],        /,      http://[::1]",
        "http://[::1]:8080,               http://[::1]:8080,              [::1],        /,      http://[::1]:8080"
    })
    void hasAnIssuerAHostACookiePathAndAnOrigin(
            String value, String issuer, String host, String cookiePath, String origin) {
        PublicUrl url = read(value);
        assertEquals(issuer, url.issuer());
        assertEquals(host, url.host());
        assertEquals(cookiePath, url.cookiePath());
        assertEquals(origin, url.origin());
        assertEquals(issuer + "/signin", url.at("/signin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]",
                "https://a.b"
            })
    void httpIsForThisMachineAndHttpsForAll(String value) {
        PublicUrl url = read(value);
        assertEquals(value.startsWith("http:"), url.local());
        assertEquals(value.startsWith("https:"), url.secure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gate.example",
                "http://localhost.evil.example",
                "http://127.0.0.2",
                "http://0.0.0.0",
                "http://192.168.1.2:8080",
                "http://[::2]"
            })
    void httpToAnyOtherHostStopsTheStart(String value) {
        assertEquals("must begin with https:// unless the host is localhost", refusal(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gate.example/a%20b",
                "https://gate.example/a+b",
                "https://gate.example/a&b",
                "https://gate.example/a;b",
                "https://gate.example/a=b",
                "https://gate.example/a'b",
                "https://gate.example/\u00e9"
            })
    void aCharacterThatTheIdenaAppWouldNotHandOnStopsTheStart(String value) {
        assertEquals("may contain letters, digits and - . _ ~ only", refusal(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://Gate.example",
                "https://gate.example//",
                "https://gate.example//a",
                "https://gate.example/a//b",
                "https://gate.example/a//",
                "https://gate.example/.",
                "https://gate.example/a/../b",
                "https://gate.example/.."
            })
    void whatBrowsersAndClientsWouldWriteInAnotherWayStopsTheStart(String value) {
        assertEquals("must have a host in lower case and no empty or dotted path segment", refusal(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate.example", "ftp://gate.example", "https://a@gate.example", "https://gate.example/?x"})
    void whatIsNoUrlStopsTheStart(String value) {
        assertEquals("must be an absolute http or https URL without user, query or fragment", refusal(value));
    }

    private static String refusal(String value) {
        String message = String.valueOf(
                assertThrows(WrongSetting.class, () -> read(value)).getMessage());
        assertTrue(message.startsWith("gatehouse.public-url: "), message);
        return message.substring("gatehouse.public-url: ".length());
    }

    @ParameterizedTest(name = "{0} with Sec-Fetch-Site {1} and Origin {2}: {3}")
    @CsvSource({
        // Safe methods change nothing, so that anyone may cause them.
        "GET,     cross-site,  https://evil.example,      true",
        "HEAD,    cross-site,  https://evil.example,      true",
        "OPTIONS, cross-site,  https://evil.example,      true",
        // Browsers of today say whose page it was.
        "POST,    same-origin, https://gate.example,      true",
        "DELETE,  same-origin, ,                          true",
        "POST,    same-site,   https://gate.example,      false",
        "POST,    cross-site,  https://gate.example,      false",
        "POST,    none,        ,                          false",
        "POST,    '',          https://gate.example,      false",
        "POST,    Same-Origin, https://gate.example,      false",
        // Older ones send the origin alone.
        "POST,    ,            https://gate.example,      true",
        "PUT,     ,            https://gate.example,      true",
        "POST,    ,            https://evil.example,      false",
        "POST,    ,            https://gate.example.evil, false",
        "POST,    ,            http://gate.example,       false",
        "POST,    ,            https://gate.example:8443, false",
        "POST,    ,            https://gate.example/,     false",
        "POST,    ,            null,                      false",
        // Neither: not a browser, or one that hides; a cookie alone is not enough.
        "POST,    ,            ,                          false",
        "PATCH,   ,            ,                          false",
        "TRACE,   ,            ,                          false",
        "get,     ,            ,                          false"
    })
    void aRequestWithACookieMustComeFromAPageOfOurs(
            String method, @Nullable String site, @Nullable String origin, boolean ours) {
        Map<String, @Nullable String> headers = new HashMap<>();
        headers.put("Sec-Fetch-Site", site);
        headers.put("Origin", origin);
        assertEquals(ours, read("https://gate.example/base").sameOrigin(method, headers::get));
    }
}

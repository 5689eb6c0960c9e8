package org.gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/demo/",
                "/account?tab=wallets&sort=-linked_at",
                "/oauth2/authorize?redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&state=a%5Cb",
                "/oauth2/authorize?redirect_uri=https://app.example/../callback",
                "/a.b/...c/.well-known/x~y",
                "/user@host",
                "/a:b"
            })
    void addressesOfOursAreTakenAsTheyStand(String text) {
        assertEquals(Optional.of(new LocalPath(text)), LocalPath.parse(text));
        assertEquals(text, new LocalPath(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.example",
                "evil.example/",
                "//evil.example",
                "///evil.example",
                "////evil.example/%2f..",
                "//evil.example@gate.example/",
                "/\\evil.example",
                "\\/evil.example",
                "\\\\evil.example",
                "/\\/evil.example",
                "/a\\..\\evil.example",
                "/%5cevil.example?",
                "/%5Cevil.example",
                "/%2fevil.example",
                "/%2F%2Fevil.example",
                "/..//evil.example",
                "/.//evil.example",
                "/../outside",
                "/..",
                "/.",
                "/..?x",
                "/a/../../outside",
                "/a/./b",
                "/%2e%2e/outside",
                "/.%2E/outside",
                "/%2e/x",
                "/..;/outside",
                "http://evil.example",
                "https://evil.example",
                "https:evil.example",
                "http:/evil.example",
                "hTTps://evil.example",
                "javascript:alert(1)",
                "javascript://%0aalert(1)",
                "data:text/html,x",
                "@evil.example",
                ".evil.example",
                ":80/",
                "?next=/",
                "#/",
                "/a#b",
                " //evil.example",
                " /a",
                "/a ",
                "\t//evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r/evil.example",
                "/a\r\nLocation: https://evil.example",
                "/a\n",
                "/a\r",
                "\n/a",
                "/\u0000/evil.example",
                "/\u2028/evil.example",
                "/\uff0fevil.example",
                "/\u3002evil.example",
                "/\u00e9",
                "/<script>",
                "/\"onload=",
                "/{x}",
                "/a|b",
                "/a^b",
                "/a`b"
            })
    void everyWayToAnotherSiteAndEveryOtherTextIsRefused(String text) {
        assertEquals(Optional.empty(), LocalPath.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new LocalPath(text));
    }

    @Test
    void a2000thCharacterIsTakenAndAnotherIsNot() {
        String longest = "/" + "a".repeat(1_999);
        assertEquals(2_000, LocalPath.parse(longest).orElseThrow().text().length());
        assertEquals(Optional.empty(), LocalPath.parse(longest + "a"));
    }

    @Test
    void theHomePageIsTheSlash() {
        assertEquals("/", LocalPath.HOME.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b=//evil.example", "/a//b", "/...", "/..a/", "/%2e%2e%2e/", "/a?x=%2e%2e/../"})
    void whatIsTakenStaysBelowThePublicUrl(String text) {
        URI target = URI.create("https://gate.example/base/signin")
                .resolve("https://gate.example/base"
                        + LocalPath.parse(text).orElseThrow().text())
                .normalize();
        assertEquals("gate.example", target.getHost());
        assertEquals("/base/", target.getRawPath().substring(0, 6));
    }
}

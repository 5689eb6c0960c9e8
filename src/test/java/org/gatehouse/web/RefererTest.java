package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gatehouse.client.Client;
import org.gatehouse.client.ClientTestBed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefererTest {
    private static final Client PORTAL = ClientTestBed.client(
            "{'redirect_uris':['https://portal.example/cb'],'selfkey':{'origins':['https://portal.example']}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example/",
                "https://portal.example",
                "https://portal.example/a?b#c",
                "https://portal.example?b"
            })
    void aPageOfTheApplicationIsKnown(String referer) {
        assertTrue(Referer.isOf(PORTAL, referer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/?https://portal.example/",
                "https://portal.example.evil.example/",
                "https://portal.example:444/",
                "https://portal.example@evil.example/",
                "http://portal.example/",
                "about:blank"
            })
    void everyOtherPageIsNot(String referer) {
        assertFalse(Referer.isOf(PORTAL, referer));
    }

    @Test
    void whoSaysNothingAndAnApplicationWithoutTheButtonAreNot() {
        assertFalse(Referer.isOf(PORTAL, null));
        Client plain = ClientTestBed.client("{'redirect_uris':['https://portal.example/cb']}");
        assertFalse(Referer.isOf(plain, "https://portal.example/"));
    }
}

package org.gatehouse.console.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.client.ClientTestBed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The set-ups to copy are those of the documentation, which the tests of portals run. */
class SetupTest {
    private static Map<String, String> asDocumented(Setup setup) {
        Map<String, String> values = new HashMap<>(Map.of(
                "gatehouse", "https://gatehouse.example.org",
                "client_id", setup == Setup.PAYARA || setup == Setup.WILDFLY ? "intranet" : "portal",
                "name", "Portal",
                "redirect_uri",
                        setup == Setup.PAYARA
                                ? "${baseURL}/callback"
                                : "https://portal.example.org/.gatehouse/callback",
                "origin", "https://portal.example.org",
                "host", "portal.example.org",
                "groups_claim", "groups"));
        values.put("audience", setup == Setup.JWT ? "portal-api" : "portal");
        return values;
    }

    @ParameterizedTest
    @EnumSource(Setup.class)
    void eachFileStandsInTheDocumentationToTheLetter(Setup setup) throws IOException {
        String documents =
                Files.readString(Path.of("docs/portals.md")) + Files.readString(Path.of("docs/downstream.md"));
        for (Setup.Snippet file : setup.filled(asDocumented(setup))) {
            assertFalse(file.text().contains("{{"), file.text());
            assertTrue(documents.contains("\n" + file.text() + "```"), setup + " " + file.name());
        }
    }

    @Test
    void whatTheEntryMustSayForAServerIsNamed() {
        var open =
                ClientTestBed.client("{'token_endpoint_auth_method':'none','redirect_uris':['https://a.example/cb']}");
        assertEquals(List.of("pkce", "secret"), SetupPage.misfits(Setup.PAYARA, open));
        assertEquals(List.of("roles", "secret"), SetupPage.misfits(Setup.WILDFLY, open));
        assertEquals(List.of("bridge"), SetupPage.misfits(Setup.NGINX, open));
        assertEquals(List.of("audience"), SetupPage.misfits(Setup.JWT, open));
        assertEquals(List.of("selfkey"), SetupPage.misfits(Setup.SELFKEY, open));
        var portal = ClientTestBed.client(
                "{'pkce':'optional','groups_claim':'roles','redirect_uris':['https://a.example/.gatehouse/callback']}");
        for (Setup setup : List.of(Setup.PAYARA, Setup.WILDFLY, Setup.SPRING, Setup.APACHE, Setup.TRAEFIK)) {
            assertEquals(List.of(), SetupPage.misfits(setup, portal), setup.getName());
        }
    }
}

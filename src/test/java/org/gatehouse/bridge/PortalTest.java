package org.gatehouse.bridge;

import static org.gatehouse.client.ClientTestBed.client;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTest {
    @ParameterizedTest
    @CsvSource({
        "https://p.example/.gatehouse/callback,       https://p.example,      https://p.example/.gatehouse/start",
        "https://p.example:8443/.gatehouse/callback,  https://p.example:8443, https://p.example:8443/.gatehouse/start",
        "https://p.example/wiki/.gatehouse/callback,  https://p.example,      https://p.example/wiki/.gatehouse/start",
        "http://localhost:8180/.gatehouse/callback,   http://localhost:8180,  http://localhost:8180/.gatehouse/start"
    })
    void aClientIsAPortalByItsRedirectUri(String callback, String origin, String start) {
        Portal portal =
                portal("'https://p.example/other','" + callback + "'", "").orElseThrow();
        assertEquals(callback, portal.callback().toString());
        assertEquals(origin, portal.origin().url().toString());
        assertEquals(start, portal.start());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'https://p.example/callback'",
                "'https://p.example/.gatehouse/callback/more'",
                "'https://p.example/.gatehouse/callback?client=p'",
                "'com.example.app:/.gatehouse/callback'",
                "'https://p.example/.gatehouse/callback','https://q.example/.gatehouse/callback'"
            })
    void itIsNoneWhereNoRedirectUriSaysSoOrMoreThanOne(String redirectUris) {
        assertEquals(Optional.empty(), portal(redirectUris, ""));
    }

    @Test
    void afterASignOutItsOwnRegisteredAddressIsGoneTo() {
        String callback = "'https://p.example/.gatehouse/callback'";
        assertEquals(
                Optional.of("https://p.example/bye"),
                portal(callback, "'https://p.example.evil.example/','https://p.example/bye'")
                        .orElseThrow()
                        .afterLogout());
        assertEquals(
                Optional.empty(),
                portal(callback, "'https://q.example/'").orElseThrow().afterLogout());
    }

    private static Optional<Portal> portal(String redirectUris, String afterLogout) {
        return Portal.of(client("{'token_endpoint_auth_method':'none','redirect_uris':[" + redirectUris
                + "],'post_logout_redirect_uris':[" + afterLogout + "]}"));
    }
}

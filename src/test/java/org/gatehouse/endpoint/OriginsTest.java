package org.gatehouse.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins = new Origins(EndpointTestBed.PUBLIC_URL);
    private final RootEndpoint root = EndpointTestBed.root("portal", "Portal");

    @Test
    void aWalletMayCallForNoPageForOursAndForTheClients() {
        assertTrue(origins.admitsWallet(root, List.of()));
        for (String origin : new String[] {"IDW", "https://gate.example", "https://portal.example"})
            assertTrue(origins.admitsWallet(root, List.of(origin)), origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "https://evil.example",
                "http://portal.example",
                "https://portal.example:444",
                "https://portal.example/",
                "https://portal.example.evil.example",
                "idw"
            })
    void itMayNotForAnother(String origin) {
        assertFalse(origins.admitsWallet(root, List.of(origin)));
        assertFalse(origins.admitsWallet(root, List.of("IDW", origin)));
        assertFalse(origins.admitsPage(root, origin));
    }

    @Test
    void theLogHasTheBeginningOfAnOriginOnOneLine() {
        assertEquals("https://evil.example??x", Origins.printable("https://evil.example\r\nx"));
        assertEquals("a".repeat(200), Origins.printable("a".repeat(201)));
    }

    @Test
    void noPageIsNoPage() {
        assertFalse(origins.admitsPage(root, "IDW"));
    }
}

package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.gatehouse.http.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceTest {
    private static final PublicUrl TLS = new PublicUrl(URI.create("https://gate.example"));
    private static final PublicUrl LOCAL = new PublicUrl(URI.create("http://localhost:8080"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/signin",
                "/signin/return/0",
                "/oauth2/authorize",
                "/oauth2/authorize/0",
                "/oauth2/logout",
                "/practice-wallet",
                "/apis",
                "/assets",
                "/ops-x",
                "/%61pi/attempt"
            })
    void whatIsNotKnownToBeElseIsAPage(String path) {
        assertEquals(Surface.PAGE, Surface.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/attempt",
                "/idena/v1/authenticate",
                "/oauth2/token",
                "/oauth2/authorized",
                "/ops/health/live",
                "/practice-node",
                "/.well-known/openid-configuration"
            })
    void whatProgramsCallIsAnEndpoint(String path) {
        assertEquals(Surface.ENDPOINT, Surface.of(path));
    }

    @Test
    void aFormGoesToThePlaceThatItIsForAndNowhereElse() {
        assertTrue(Surface.formTo("https://app.example").contains("; form-action https://app.example; "));
    }

    @Test
    void pagesAreNeverStored() {
        assertEquals("no-store", Surface.PAGE.headers(TLS).get("Cache-Control"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingRunsThatStandsInAPage(Surface surface) {
        String policy = surface.headers(TLS).getOrDefault("Content-Security-Policy", "");
        assertTrue(policy.startsWith("default-src 'none'"));
        assertTrue(policy.contains("frame-ancestors 'none'"));
        assertFalse(policy.contains("unsafe") || policy.contains("http") || policy.contains("*"), policy);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTlsIsPromisedForLater(Surface surface) {
        Map<String, String> local = surface.headers(LOCAL);
        assertTrue(surface.headers(TLS).containsKey("Strict-Transport-Security"));
        assertFalse(local.containsKey("Strict-Transport-Security"));
        assertEquals("nosniff", local.get("X-Content-Type-Options"));
    }

    /** Browsers send {@code Origin: null} with the forms of a page whose policy is no-referrer, and such forms are refused. */
    @Test
    void formsOfOursNameTheirOrigin() {
        assertEquals("same-origin", Surface.PAGE.headers(TLS).get("Referrer-Policy"));
    }

    @Test
    void aPageWithAWalletInItTakesExtensionsAndTheChosenScriptAndNothingElse() {
        String policy = Surface.showingWallets(List.of("https://cdn.example"), false);
        assertTrue(policy.contains("script-src 'self' https://cdn.example; style-src 'self';"), policy);
        assertTrue(policy.endsWith("; frame-src chrome-extension:"), policy);
        assertTrue(Surface.showingWallets(List.of(), true).endsWith("; frame-src chrome-extension: 'self'"));
        assertFalse(Surface.PAGE.policy().contains("frame-src"));
    }
}

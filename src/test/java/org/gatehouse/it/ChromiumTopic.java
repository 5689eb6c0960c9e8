package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees in a real browser. */
interface ChromiumTopic extends Topic {
    @Test
    default void theHomePageOpensWithoutAComplaint() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(gatehouse().url() + "/");
            Chromium.picture(page, "home");

            assertTrue(page.title().contains("Gatehouse"), page.title());
            assertEquals(List.of(), chromium.complaints());
        }
    }

    @Test
    default void theSignInPageShowsALinkAndACodeToScan() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(gatehouse().url() + "/signin");
            Chromium.picture(page, "signin");

            assertTrue(page.locator("svg, img, canvas").first().isVisible());
            assertEquals(List.of(), chromium.complaints());
        }
    }

    @Test
    default void theDemoOffersTheWayToSignIn() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(TestBed.demoUrl() + "/");
            page.locator("#signin").waitFor();
            Chromium.picture(page, "demo");

            assertTrue(page.locator("#signin").getAttribute("href").startsWith(gatehouse().url() + "/signin"));
        }
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.console.Place;
import org.junit.jupiter.api.Test;

/** Every page with state, as somebody sees it who may see all of them. */
interface PagesTopic extends Topic {
    /** Wide enough for two columns; a telephone. */
    int WIDE = 1440;

    int NARROW = 390;

    @Test
    default void everyPageIsGoodToUseOnAWideScreen() {
        walk(WIDE, ColorScheme.LIGHT, "en-GB");
    }

    @Test
    default void everyPageIsGoodToUseInTheDarkAndInGerman() {
        walk(WIDE, ColorScheme.DARK, "de-DE");
    }

    @Test
    default void everyPageIsGoodToUseOnATelephone() {
        walk(NARROW, ColorScheme.LIGHT, "de-DE");
    }

    @Test
    default void everyPageIsGoodToUseOnATelephoneInTheDark() {
        walk(NARROW, ColorScheme.DARK, "en-GB");
    }

    @Test
    default void aPersonChoosesTheLanguageOfAllPages() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(WIDE, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            page.locator(".languages button[value=de]").click();
            assertEquals("de", page.locator("html").getAttribute("lang"));
            assertTrue(page.url().endsWith("/signin"), page.url());
            page.navigate(gatehouse().url() + "/");
            assertEquals("de", page.locator("html").getAttribute("lang"));
            page.locator(".languages button[value=fr]").click();
            assertEquals("fr", page.locator("html").getAttribute("lang"));
            assertEquals("Aller au contenu", page.locator(".skip").textContent());
            chromium.assertAccessible(page);
            chromium.assertCalm();
        }
    }

    @Test
    default void whoPlantsASessionCookieIsNotSignedInWithWhoeverSignsIn() {
        Browser browser = gatehouse().browser();
        String planted = "A".repeat(43);
        browser.setCookie("gatehouse_session", planted);
        browser.signIn(FakeWallet.create());
        assertNotEquals(planted, browser.cookie("gatehouse_session").orElseThrow());
        String first = browser.cookie("gatehouse_session").orElseThrow();
        browser.post("/signin/new", "");
        browser.signIn(FakeWallet.create());
        assertNotEquals(first, browser.cookie("gatehouse_session").orElseThrow(), "a new sign-in, a new secret");
        for (String old : List.of(planted, first)) {
            Browser thief = gatehouse().browser();
            thief.setCookie("gatehouse_session", old);
            assertEquals(303, thief.get("/account").statusCode());
        }
    }

    /** Signs in somebody with all roles. */
    static Browser everything(GatehouseSystem gatehouse) {
        Browser browser = gatehouse.browser();
        browser.signIn(FakeWallet.administrator());
        String own = "/api/accounts/" + json(browser.get("/api/me")).getString("sub") + "/roles/";
        for (String role : List.of("reviewer", "lead-reviewer", "auditor")) {
            assertEquals(204, browser.call("PUT", own + role, "").statusCode());
        }
        return browser;
    }

    /** The pages that have addresses of their own; one that needs to be told of what is found by a link to it, on the page above. */
    static List<String> addresses(Browser browser) {
        List<String> addresses = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Arrays.stream(Place.values()).forEach(place -> known.add(place.getLink()));
        for (Place place : Place.values()) {
            String above = place.getLink().replaceFirst("/[^/]+$", "");
            boolean ofSomething = place.getLink().split("/").length > 2 && known.contains(above);
            if (!ofSomething) addresses.add("/" + place.getLink());
            else link(browser.get("/" + above).body(), place.getLink()).ifPresent(addresses::add);
        }
        return addresses;
    }

    private static Optional<String> link(String page, String place) {
        Matcher link =
                Pattern.compile("href=\"[^\"]*(/" + place + "\\?[^\"]+)\"").matcher(page);
        return link.find() ? Optional.of(link.group(1).replace("&amp;", "&")) : Optional.empty();
    }

    private void walk(int width, ColorScheme colours, String language) {
        Browser browser = everything(gatehouse());
        String way = (width == WIDE ? "wide" : "narrow") + "-" + colours.name().toLowerCase(Locale.ROOT) + "-"
                + language.substring(0, 2);
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(width, colours, language)) {
            person.addCookies(List.of(new Cookie(
                            "gatehouse_session",
                            browser.cookie("gatehouse_session").orElseThrow())
                    .setUrl(gatehouse().url() + "/")));
            Page page = chromium.page(person, gatehouse().url() + "/account");
            Set<String> nonces = new HashSet<>();
            List<String> addresses = addresses(browser);
            assertAll(addresses.stream().map(address -> () -> {
                Response response = page.navigate(gatehouse().url() + address);
                assertEquals(200, response.status(), address);
                assertPolicy(response, nonces);
                assertEquals(language.substring(0, 2), page.locator("html").getAttribute("lang"));
                assertTrue(page.locator(".side [aria-current=page]").count() == 1 || address.contains("?"), address);
                chromium.shoot(page, "page" + address.replaceAll("\\?.*", "").replace('/', '-') + "-" + way);
                chromium.assertFits(page);
                chromium.assertAccessible(page);
                chromium.assertCalm();
            }));
            assertEquals(addresses.size(), nonces.size(), "a nonce is never used again");
        }
    }

    private static void assertPolicy(Response response, Set<String> nonces) {
        String policy = response.headerValue("content-security-policy");
        assertFalse(policy.contains("unsafe-"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertTrue(policy.contains("default-src 'none'"), policy);
        assertTrue(policy.contains("base-uri 'none'"), policy);
        assertEquals("DENY", response.headerValue("x-frame-options"));
        assertEquals("nosniff", response.headerValue("x-content-type-options"));
        assertEquals("no-store", response.headerValue("cache-control"));
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertTrue(nonce.find(), policy);
        nonces.add(nonce.group(1));
    }
}

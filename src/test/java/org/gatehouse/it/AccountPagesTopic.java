package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person on the pages about themselves, in a real Chromium, with the practice wallet. */
interface AccountPagesTopic extends Topic {
    List<String> PAGES = List.of("account", "account/sessions", "account/applications", "account/kyc", "account/data");

    @Test
    default void accountAPersonAddsAWalletAndRemovesIt() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1440, ColorScheme.LIGHT)) {
            Page page = signedIn(chromium, person);
            page.getByText("My account").click();
            // The node of the tests knows nobody but says when it validates next.
            assertThat(page.locator(".facts")).containsText("Undefined");
            assertThat(page.locator(".facts")).containsText("2999");
            assertThat(page.locator(".facts")).not().containsText("Not known");
            assertThat(page.getByText("Remove", exact())).hasCount(0);

            button(page, "Add a wallet").click();
            page.getByText("Open the practice wallet").click();
            String first = page.locator("#address").textContent();
            page.locator("#new").click();
            assertThat(page.locator("#address")).not().hasText(first);
            button(page, "Confirm").click();
            page.waitForURL(gatehouse().url() + "/account?note=wallet-added");
            assertThat(page.locator("#notices")).containsText("belongs to your account now");
            assertThat(page.locator(".rows li")).hasCount(2);
            chromium.shoot(page, "account-two-wallets");

            Locator added = page.locator(".rows li").nth(1);
            added.getByText("Remove", new Locator.GetByTextOptions().setExact(true))
                    .click();
            added.getByText("Remove this wallet").click();
            assertThat(page.locator("#notices")).containsText("The wallet is removed");
            assertThat(page.locator(".rows li")).hasCount(1);
            chromium.assertCalm();
        }
    }

    @Test
    default void accountAPersonEndsTheOtherSessionsFromAnotherBrowser() {
        try (Chromium chromium = Chromium.open();
                BrowserContext here = chromium.person(1440, ColorScheme.LIGHT);
                BrowserContext there = chromium.person(390, ColorScheme.DARK)) {
            Page page = signedIn(chromium, here);
            Object key = page.evaluate("localStorage.getItem('gatehouse-practice-key')");
            there.addInitScript("localStorage.setItem('gatehouse-practice-key', '" + key + "')");
            Page other = signedIn(chromium, there);

            other.navigate(gatehouse().url() + "/account/sessions");
            assertThat(other.locator(".session")).hasCount(2);
            assertThat(other.locator(".session").first()).containsText("This session");
            assertThat(other.locator(".session").first()).containsText("Chrome on Linux");
            assertThat(other.locator(".session").first()).containsText(Pattern.compile("127\\.0\\.0\\.0/24|::/48"));
            chromium.shoot(other, "account-sessions-two-narrow-dark");
            page.navigate(gatehouse().url() + "/account/sessions");
            button(other.locator(".session").nth(1), "End").click();
            assertThat(other.locator("#notices")).containsText("The session is ended");
            assertThat(other.locator(".session")).hasCount(1);

            // Two tabs: what is gone stays gone, and whoever is signed out is led to the sign-in.
            button(page.locator(".session").first(), "Sign out here").click();
            page.waitForURL(Pattern.compile(".*/signin\\?go=.*"));
            Browser third = new Browser(gatehouse());
            third.setCookie("gatehouse_session", cookie(there));
            assertEquals(
                    204,
                    third.postJson("/api/me/sessions/end-others", "{}").statusCode(),
                    "nobody else is there: nothing is ended");
            other.reload();
            other.getByText("End all sessions").click();
            button(other, "Sign out everywhere").click();
            assertThat(other.getByText("Sign in", exact())).isVisible();
            assertEquals(401, third.get("/api/me").statusCode());
            chromium.assertCalm();
        }
    }

    @Test
    default void accountAPersonLooksAtEveryPageWithdrawsExportsAndErases() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1440, ColorScheme.LIGHT)) {
            Page page = signedIn(chromium, person);
            Browser browser = new Browser(gatehouse());
            browser.setCookie("gatehouse_session", cookie(person));
            String token = Application.own(gatehouse()).accessToken(browser);
            HttpResponse<String> applied = browser.postJson("/selfkey/kyc/applications", KycPageTopic.APPLICATION);
            assertTrue(applied.statusCode() < 300, applied.body());
            shootAll(chromium, page);

            page.navigate(gatehouse().url() + "/account/kyc");
            assertThat(page.locator(".steps-taken").first()).containsText("Received");
            page.getByText("Open the application").click();
            page.waitForURL(Pattern.compile(".*/kyc/kyc/applications/[0-9a-f]{32}"));

            withdraw(page, browser, token);
            export(page);
            erase(page);
            assertEquals(401, browser.get("/api/me").statusCode());
            chromium.assertCalm();
        }
    }

    @Test
    default void accountASessionThatAPageHandedOverLooksAndChangesNothing() {
        KycPerson person = new KycPerson(gatehouse());
        Browser browser = person.handedOver();
        for (String path : PAGES) assertEquals(200, browser.get("/" + path).statusCode(), path);
        String data = browser.get("/account/data").body();
        assertTrue(data.contains("signin/confirm") && data.contains("disabled=\"disabled\""), data);
        assertFalse(browser.get("/account/sessions").body().contains("127.0.0.0/24"));
        assertTrue(browser.get("/account/applications").body().contains("signin/confirm"));
        HttpResponse<String> proof = browser.post("/signin/confirm", "go=%2Faccount%2Fdata");
        assertEquals(
                gatehouse().url() + "/signin",
                proof.headers().firstValue("Location").orElse(""));
        assertTrue(browser.get("/signin").body().contains("signin/confirm?go=%2Faccount%2Fdata"));
    }

    @Test
    default void accountAFormOfAnotherSiteDoesNothing() {
        Browser browser = new Browser(gatehouse());
        browser.signIn(FakeWallet.create());
        for (String path : List.of("/account/sessions", "/account/applications", "/account/data", "/signin/confirm"))
            assertEquals(
                    403,
                    gatehouse()
                            .send(browser.request(path)
                                    .header("Origin", "https://evil.example")
                                    .header("Sec-Fetch-Site", "cross-site")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("go=%2F")))
                            .statusCode(),
                    path);
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    @Test
    default void accountATokenIsNoSessionWhoseOthersEnd() {
        Browser browser = new Browser(gatehouse());
        browser.signIn(FakeWallet.create());
        String token = Application.own(gatehouse()).accessToken(browser);
        HttpResponse<String> refused = gatehouse()
                .send(gatehouse()
                        .request("/api/me/sessions/end-others")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody()));
        assertEquals(403, refused.statusCode());
        assertEquals("urn:gatehouse:problem:confirm-first", json(refused).getString("type"));
    }

    private void shootAll(Chromium chromium, Page wide) {
        for (String path : PAGES) {
            wide.navigate(gatehouse().url() + "/" + path);
            chromium.shoot(wide, path.replace('/', '-') + "-wide");
            wide.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            wide.setViewportSize(390, 850);
            chromium.shoot(wide, path.replace('/', '-') + "-narrow-dark");
            assertFalse(
                    (Boolean) wide.evaluate("document.documentElement.scrollWidth > innerWidth"),
                    "nothing of " + path + " is cut off");
            wide.setViewportSize(1440, 850);
            wide.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    private void withdraw(Page page, Browser browser, String token) {
        page.navigate(gatehouse().url() + "/account/applications");
        Locator own =
                page.locator(".rows > li", new Page.LocatorOptions().setHas(page.locator("h2:text-is('Gatehouse')")));
        assertThat(own).containsText("your wallet and your Idena identity");
        own.getByText("Withdraw", new Locator.GetByTextOptions().setExact(true)).click();
        button(own, "Withdraw everything").click();
        assertThat(page.locator("#notices")).containsText("has lost what it was allowed");
        assertThat(own).hasCount(0);
        assertEquals(
                401,
                gatehouse().get("/api/me", "Authorization", "Bearer " + token).statusCode());
        assertEquals(200, browser.get("/api/me").statusCode());
    }

    private void export(Page page) {
        page.navigate(gatehouse().url() + "/account/data");
        Download download = page.waitForDownload(() -> button(page, "Download").click());
        assertEquals("gatehouse-export.zip", download.suggestedFilename());
    }

    private void erase(Page page) {
        page.getByLabel("Type “erase” to confirm").fill("delete");
        button(page, "Erase everything now").click();
        assertThat(page.locator("#notices")).containsText("Nothing is erased");
        page.getByLabel("Type “erase” to confirm").fill("Erase ");
        button(page, "Erase everything now").click();
        assertThat(page.getByText("Everything is erased")).isVisible();
        assertEquals(gatehouse().url() + "/signin/erased", page.url());
        page.navigate(gatehouse().url() + "/account");
        assertTrue(page.url().contains("/signin?go="), page.url());
    }

    private Page signedIn(Chromium chromium, BrowserContext person) {
        Page page = chromium.page(person, gatehouse().url() + "/signin");
        page.getByText("Open the practice wallet").click();
        button(page, "Confirm").click();
        assertThat(page.getByText("You are signed in")).isVisible();
        return page;
    }

    private static String cookie(BrowserContext person) {
        return person.cookies().stream()
                .filter(cookie -> cookie.name.equals("gatehouse_session"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator button(Page page, String text) {
        return button(page.locator("body"), text);
    }

    private static Locator button(Locator within, String text) {
        return within.locator(
                "button", new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*" + text + "\\s*$")));
    }
}

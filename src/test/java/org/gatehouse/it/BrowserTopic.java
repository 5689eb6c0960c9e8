package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person at a real Chromium. */
interface BrowserTopic extends Topic {
    @Test
    default void aPersonSignsInWithThePracticeWalletInThreeClicks() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, gatehouse().url() + "/");
            page.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                    .click();
            chromium.shoot(page, "signin");
            chromium.assertAccessible(page);
            page.getByText("Open the practice wallet").click();
            assertThat(page.getByText("This is not a real wallet.")).isVisible();
            chromium.shoot(page, "practice-wallet");
            chromium.assertAccessible(page);
            page.getByText("Confirm", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("You are signed in")).isVisible();
            chromium.shoot(page, "home");
            chromium.assertAccessible(page);
            page.getByText("Sign out", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            chromium.assertCalm();
        }
    }

    @Test
    default void thePageGoesOnByItselfWhenTheWalletIsOnAnotherDevice() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(390, ColorScheme.DARK)) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            confirm(page, FakeWallet.create());
            assertThat(page.getByText("You are signed in")).isVisible();
            assertEquals(gatehouse().url() + "/", page.url());
            chromium.shoot(page, "home-narrow-dark");
            chromium.assertAccessible(page);
            chromium.assertCalm();
        }
    }

    @Test
    default void thePageGoesOnByPollingWhereEventsDoNotGetThrough() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            person.route("**/api/attempt/events", route -> route.abort());
            Page page = person.newPage();
            page.navigate(gatehouse().url() + "/signin");
            confirm(page, FakeWallet.create());
            assertThat(page.getByText("You are signed in")).isVisible();
        }
    }

    @Test
    default void aRefusalOfTheWalletIsSaidInASentence() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(320, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            String token = token(page);
            String nonce = GatehouseSystem.nonce(
                    gatehouse().startSession(token, FakeWallet.create().address()));
            gatehouse().authenticate(token, FakeWallet.create().sign(nonce));
            assertThat(page.getByText(Pattern.compile("signature|signed", Pattern.CASE_INSENSITIVE))
                            .first())
                    .isVisible();
            chromium.shoot(page, "signin-narrow-refused");
            chromium.assertAccessible(page);
            assertFalse(
                    (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"),
                    "nothing is cut off at 320 px");
        }
    }

    @Test
    default void withoutScriptsThereIsALinkAndAButtonToContinue() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.personWithoutScripts()) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            confirm(page, FakeWallet.create());
            page.getByText(Pattern.compile("I have confirmed")).click();
            assertThat(page.getByText("You are signed in")).isVisible();
        }
    }

    @Test
    default void germanBrowsersGetGermanPages() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.personWhoReads("de-DE")) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            assertEquals("de", page.locator("html").getAttribute("lang"));
            assertTrue(page.content().contains("Anmelden") || page.content().contains("anmelden"));
            chromium.shoot(page, "signin-german");
            chromium.assertAccessible(page);
        }
    }

    private void confirm(Page page, FakeWallet wallet) {
        String token = token(page);
        String nonce = GatehouseSystem.nonce(gatehouse().startSession(token, wallet.address()));
        assertTrue(gatehouse()
                .authenticate(token, wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
    }

    private static String token(Page page) {
        String link = page.locator("a[href*='token=']").first().getAttribute("href");
        return link.replaceFirst(".*[?&]token=([a-z2-7]{26}).*", "$1");
    }
}

package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The button "Login with SelfKey" in a real Chromium, with the practice wallet in the place of SelfKey's extension. */
interface LwsBrowserTopic extends Topic {
    /** After SelfKey's library and ours give up waiting for the extension. */
    int LATER_MILLIS = 6_000;

    @Test
    default void aPersonSignsUpAndLogsInAtAPortalOfAnotherOriginWithSelfkeysOwnLibrary() {
        try (LwsPortal portal = LwsPortal.open();
                Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            // The library's styles ask for a font.
            person.route("https://**", route -> route.abort());
            Page page = person.newPage();
            page.navigate(portal.url());
            FrameLocator wallet = atThePortal(page);
            assertThat(wallet.locator("#origin")).hasText(portal.url());
            chromium.shoot(page, "lws-portal");
            wallet.getByText("Sign up", exact()).click();
            page.waitForURL(Pattern.compile(Pattern.quote(portal.url()) + "/start\\?iss=.*"));
            page.navigate(gatehouse().url() + "/");
            assertThat(page.getByText("You are signed in")).isVisible();

            person.clearCookies();
            page.navigate(portal.url());
            atThePortal(page).getByText("Log in", exact()).click();
            page.waitForURL(Pattern.compile(Pattern.quote(portal.url()) + "/start\\?iss=.*"));
        }
    }

    @Test
    default void anApplicationsRequestIsFinishedFromOurOwnSignInPage() {
        try (LwsPortal portal = LwsPortal.open();
                Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(390, ColorScheme.DARK)) {
            Application application = Application.of(gatehouse(), "lws-portal", null, portal.url() + "/callback");
            Page page = chromium.page(person, gatehouse().url() + application.request());
            FrameLocator wallet = onOurPage(page);
            wallet.getByText("Log in", exact()).click();
            assertThat(wallet.locator("#failure")).containsText("signed up");
            chromium.shoot(page, "lws-not-signed-up");
            chromium.assertAccessible(page);
            wallet.getByText("Sign up", exact()).click();
            page.waitForURL(Pattern.compile(Pattern.quote(portal.url()) + "/callback\\?.*code=.*"));
        }
    }

    @Test
    default void aPersonSignsInToGatehouseItselfWithSelfkey() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            onOurPage(page).getByText("Log in", exact()).click();
            assertThat(page.getByText("You are signed in")).isVisible();
            chromium.assertCalm();
        }
    }

    @Test
    default void withoutTheExtensionThePageSaysSoAndWhatToDo() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(390, ColorScheme.LIGHT)) {
            person.route("**/practice-wallet/extension.js", route -> route.abort());
            Page page = person.newPage();
            page.clock().install();
            page.navigate(gatehouse().url() + "/signin");
            page.getByText("Login with SelfKey").first().click();
            page.clock().fastForward(LATER_MILLIS);
            assertThat(page.getByText("was not found in this browser")).isVisible();
            chromium.shoot(page, "signin-without-extension");
            chromium.assertAccessible(page);
            page.getByText("What to do").click();
            assertThat(page.getByText("Hardware wallets")).isVisible();
            assertFalse(
                    (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"), "nothing is cut off");
        }
    }

    @Test
    default void withoutScriptsTheButtonLeadsToThePageThatSaysWhatToDo() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.personWithoutScripts()) {
            Page page = chromium.page(person, gatehouse().url() + "/signin");
            page.getByText("Login with SelfKey").first().click();
            assertThat(page.getByText("Hardware wallets")).isVisible();
        }
    }

    private static FrameLocator atThePortal(Page page) {
        page.locator(".lws-button").click();
        return page.frameLocator("iframe.lws-ext-ui");
    }

    private static FrameLocator onOurPage(Page page) {
        page.getByText("Login with SelfKey").first().click();
        return page.frameLocator("#selfkey-frame");
    }

    private static FrameLocator.GetByTextOptions exact() {
        return new FrameLocator.GetByTextOptions().setExact(true);
    }
}

package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A site that looks like the one of whoever runs it, or of the application that people sign in to. */
interface BrandTopic extends Topic {
    private Application branded() {
        return Application.of(gatehouse(), "branded", null, "https://branded.example/callback");
    }

    @Test
    default void peopleWhoSignInToAnApplicationSeeItsBrand() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, gatehouse().url() + branded().request());
            assertThat(page.locator(".brand")).containsText("Example Bank");
            assertEquals(
                    "rgb(122, 31, 92)",
                    page.evaluate("getComputedStyle(document.querySelector('.button')).backgroundColor"));
            assertEquals(true, page.evaluate("document.querySelector('.brand img').naturalWidth > 0"));
            assertThat(page.locator(".legal a").first()).hasAttribute("href", "https://bank.example/imprint");
            chromium.shoot(page, "brand-signin");
            chromium.assertAccessible(page);
            page.getByText("Open the practice wallet").click();
            page.getByText("Confirm", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("May this application know who you are?")).isVisible();
            assertThat(page.locator(".brand")).containsText("Example Bank");
            chromium.shoot(page, "brand-consent");
            chromium.assertAccessible(page);
            page.navigate(gatehouse().url() + "/");
            assertThat(page.locator(".brand")).containsText("Gatehouse");
            chromium.assertCalm();
        }
    }

    @Test
    default void aLogoIsAPictureAndNothingRunsInIt() {
        Browser browser = gatehouse().browser();
        branded().ask(browser);
        Matcher logo = Pattern.compile("/assets/brand/[0-9a-f]{32}\\.svg")
                .matcher(browser.get("/signin").body());
        assertTrue(logo.find());
        HttpResponse<String> picture = browser.get(logo.group());
        assertEquals(200, picture.statusCode());
        assertEquals(
                "image/svg+xml", picture.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "nosniff",
                picture.headers().firstValue("X-Content-Type-Options").orElse(""));
        String policy = picture.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("sandbox"), policy);
        assertTrue(picture.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(404, browser.get("/assets/brand/../brand.json").statusCode());
        assertEquals(404, browser.get("/assets/brand/brand.json").statusCode());
    }
}

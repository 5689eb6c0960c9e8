package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.gatehouse.idena.node.IdenaState;
import org.junit.jupiter.api.Test;

/** The application behind Gatehouse, which runs on the same server as a WAR of its own. */
interface DemoTopic extends Topic {
    @Test
    default void the_demo_sends_people_to_this_gatehouse() {
        String url = GatehouseSystem.json(new GatehouseSystem(TestBed.demoUrl()).get("/api/gatehouse"))
                .getString("url");

        assertEquals(gatehouse().url(), url);
    }

    @Test
    default void aPersonSignsInToTheDemoRefreshesRevokesAndSignsOut() {
        FakeWallet wallet = FakeWallet.create();
        Idena.person(wallet.address(), IdenaState.HUMAN);
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1100, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, TestBed.demoUrl() + "/");
            Locator state = page.locator("#state");
            assertThat(state).hasText("You are not signed in here.");
            page.getByText("Sign in with Gatehouse").click();
            assertThat(page.locator("a[href*='token=']").first()).isVisible();
            gatehouse().confirm(gatehouse().browser().invitation(page.content()), wallet);
            assertThat(state).hasText("You are signed in.");
            assertEquals(TestBed.demoUrl() + "/", page.url(), "the code is out of sight");
            assertThat(page.locator("#humans")).containsText("Welcome");
            chromium.shoot(page, "demo");

            String first = page.locator("#claims").textContent();
            page.getByText("Refresh the tokens").click();
            assertThat(state).containsText("new tokens");
            assertNotEquals(first, page.locator("#claims").textContent());

            page.getByText("Revoke them").click();
            assertThat(state).containsText("Revoked");
            page.getByText("Refresh the tokens").click();
            assertThat(state).containsText("invalid_grant");

            page.getByText("Sign out").click();
            assertThat(state).hasText("You are not signed in here.");
            page.getByText("Sign in with Gatehouse").click();
            assertThat(page.locator("a[href*='token=']").first()).isVisible();
        }
    }
}

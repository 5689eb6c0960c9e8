package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators and auditors do on their pages, in a real Chromium. */
interface ConsolePagesTopic extends Topic {
    @Test
    default void theOverviewSaysHowItGoes() {
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1440, ColorScheme.LIGHT)) {
            Page page = open(chromium, person, administrator(), "/console");
            assertThat(page.locator("#health")).isVisible();
            assertThat(page.locator(".health")).containsText("Database");
            assertThat(page.locator(".chart canvas").first()).isVisible();
            page.getByText("The figures as a table").first().click();
            assertThat(page.locator(".figures[open] table").first()).isVisible();
            page.getByText("7 days").click();
            assertTrue(page.url().endsWith("?hours=168"), page.url());
            chromium.shoot(page, "console-overview");
            chromium.assertAccessible(page);
            chromium.assertCalm();
        }
    }

    @Test
    default void anAdministratorFindsSomebodyAndChangesWhatTheyMay() {
        FakeWallet wallet = FakeWallet.create();
        Browser somebody = gatehouse().browser();
        somebody.signIn(wallet);
        String account = json(somebody.get("/api/me")).getString("sub");
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1440, ColorScheme.LIGHT)) {
            Page page = open(chromium, person, administrator(), "/console/people");
            page.locator("#q").fill(wallet.address());
            page.locator("#q").press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").first().click();
            assertThat(page.locator("#person")).containsText(account);
            chromium.shoot(page, "console-person");

            page.locator("select[id$=role]").selectOption("reviewer");
            page.locator("button[id$=give]").click();
            assertThat(page.locator("#notices")).containsText("The role was given");
            assertEquals(List.of("reviewer"), roles(account));
            page.getByTitle("Take away: Reviewer").click();
            assertThat(page.locator("#notices")).containsText("The role was taken away");
            assertEquals(List.of(), roles(account));

            page.locator("input[id$=reason]").fill("a test");
            page.locator("button[id$=':block']").click();
            assertThat(page.locator("#notices")).containsText("The account is blocked");
            assertEquals(401, somebody.get("/api/me").statusCode(), "all sessions have ended");
            chromium.shoot(page, "console-person-blocked");
            page.locator("button[id$=unblock]").click();
            assertThat(page.locator("#notices")).containsText("can sign in again");

            page.locator("input[id$=typed]").fill("wrong");
            page.locator("button[id$=':erase']").click();
            assertThat(page.locator("#notices")).containsText("something else");
            somebody.signIn(wallet);
            page.reload();
            page.locator("input[id$=typed]").fill(account.substring(26));
            page.locator("button[id$=':erase']").click();
            assertThat(page.locator("#notices")).containsText("The person was erased");
            assertEquals(401, somebody.get("/api/me").statusCode());
            chromium.assertCalm();
        }
    }

    @Test
    default void anAdministratorRotatesAKeyOnThePageAndRevokesIt() {
        Browser administrator = administrator();
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(390, ColorScheme.DARK)) {
            Page page = open(chromium, person, administrator, "/console/keys");
            page.getByTitle("Rotate now: Audit checkpoints, ES256").click();
            assertThat(page.locator("#notices")).containsText("The next key is published");
            chromium.shoot(page, "console-keys-narrow-dark");
            page.locator("tr:has-text('Pending') a:has-text('Revoke')").first().click();
            String kid = page.url().replaceFirst(".*kid=([^&#]+).*", "$1");
            page.locator("input[id$=typed]").fill(kid.substring(kid.length() - 6));
            page.locator("button[id$=revoke-do]").click();
            assertThat(page.locator("#notices")).containsText("The key was revoked");
            assertTrue(administrator.get("/api/keys").body().contains(kid), "it is listed, and gone");
            chromium.assertCalm();
        }
    }

    @Test
    default void anAuditorReadsTheTrailAndChecksIt() {
        Browser auditor = auditor();
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1440, ColorScheme.DARK, "de-DE")) {
            Page page = open(chromium, person, auditor, "/console/trail?action=role.grant");
            assertThat(page.locator("tbody tr").first()).containsText("role.grant");
            page.locator("details.event summary").first().click();
            assertThat(page.locator("details.event[open]").first()).containsText("auditor");
            page.locator("button[id$=verify]").click();
            assertThat(page.locator("[id$=checked] .note")).isVisible();
            chromium.shoot(page, "console-trail-dark-german");
            String export = page.locator("a[download='trail.csv']").getAttribute("href");
            HttpResponse<String> csv = auditor.get(export.substring(export.indexOf("/api/")));
            assertEquals(200, csv.statusCode());
            chromium.assertAccessible(page);
            chromium.assertCalm();
        }
    }

    @Test
    default void anAuditorFindsNoButtonThatChangesAnything() {
        Browser auditor = auditor();
        String account = json(auditor.get("/api/me")).getString("sub");
        for (String address : List.of(
                "/console",
                "/console/people",
                "/console/people/person?id=" + account,
                "/console/keys",
                "/console/configuration")) {
            HttpResponse<String> page = auditor.get(address);
            assertEquals(200, page.statusCode(), address);
            assertEquals(-1, page.body().indexOf("PrimeFaces.ab("), address + " has a button that acts");
        }
    }

    @Test
    default void theConfigurationShowsNoSecret() {
        HttpResponse<String> page = administrator().get("/console/configuration");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("gatehouse.master-key"), "the key is named");
        assertEquals(-1, page.body().indexOf(TestBed.MASTER_KEY), "and its value is not there");
    }

    private Browser administrator() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        return browser;
    }

    private Browser auditor() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String account = json(browser.get("/api/me")).getString("sub");
        assertEquals(
                204,
                administrator()
                        .call("PUT", "/api/accounts/" + account + "/roles/auditor", "")
                        .statusCode());
        return browser;
    }

    private List<String> roles(String account) {
        return json(administrator().get("/api/accounts/" + account))
                .getJsonArray("roles")
                .getValuesAs(JsonString::getString);
    }

    private Page open(Chromium chromium, BrowserContext person, Browser browser, String address) {
        person.addCookies(List.of(new Cookie(
                        "gatehouse_session", browser.cookie("gatehouse_session").orElseThrow())
                .setUrl(gatehouse().url() + "/")));
        return chromium.page(person, gatehouse().url() + address);
    }
}

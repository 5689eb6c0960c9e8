package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's pages of applications, webhooks and templates, in a real Chromium. */
interface ClientsPagesTopic extends Topic {
    /** Where the applications of these tests get their codes. */
    String REDIRECT = "https://ledger.example/callback";

    @Test
    default void clientsAnAdministratorRegistersAnApplicationAndPeopleSignInToItUntilItIsDisabled() {
        Browser admin = administrator();
        admin.call("DELETE", "/api/clients/ledger", "");
        try (Chromium chromium = Chromium.open();
                BrowserContext person = signedIn(chromium, admin, 1440, ColorScheme.LIGHT)) {
            Page page = chromium.page(person, gatehouse().url() + "/console/clients");
            page.getByText("New application").click();
            String first = register(chromium, page);
            Application ledger = Application.of(gatehouse(), "ledger", first, REDIRECT);
            JsonObject tokens = ledger.signIn(admin);

            Application rotated = Application.of(gatehouse(), "ledger", rotate(chromium, page), REDIRECT);
            rotated.signIn(admin);
            assertEquals(
                    401, ledger.redeem(ledger.code(admin)).statusCode(), "the secret before is not taken any more");

            tryRules(chromium, page);

            assertEquals(
                    200,
                    admin.call(
                                    "PATCH",
                                    "/api/clients/ledger",
                                    "{\"selfkey\":{\"origins\":[\"https://ledger.example\"]}}")
                            .statusCode());
            assertEquals(200, admin.get("/selfkey/ledger/templates").statusCode());
            open(page, "ledger", "state");
            button(page, "Disable the application").click();
            assertThat(notices(page)).containsText("is disabled");
            assertDisabled(rotated, admin, tokens);
            button(page, "Enable the application").click();
            assertThat(notices(page)).containsText("is enabled");
            assertEquals(200, rotated.refresh(tokens.getString("refresh_token")).statusCode());

            page.getByLabel("Type the id").fill("wik");
            button(page, "Remove for good").click();
            assertThat(notices(page)).containsText("Nothing was removed");
            page.getByLabel("Type the id").fill("ledger");
            button(page, "Remove for good").click();
            assertThat(notices(page)).containsText("is removed");
            assertEquals(404, admin.get("/api/clients/ledger").statusCode());
            chromium.assertCalm();
        }
    }

    private static String register(Chromium chromium, Page page) {
        page.getByLabel("Id (client_id)").fill("ledger");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("The ledger");
        page.getByLabel("Redirect URIs").fill("http://ledger.example/callback");
        button(page, "Register").click();
        Locator alert = page.locator(".note.alert");
        assertThat(alert).containsText("redirect_uris: must be absolute, https");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("The ledger");
        assertThat(page.getByLabel("Redirect URIs")).hasAttribute("aria-invalid", "true");
        chromium.assertAccessible(page);
        page.getByLabel("Redirect URIs").fill(REDIRECT);
        button(page, "Register").click();
        assertThat(page.locator("#once")).isVisible();
        String secret = page.locator("#once").textContent();
        assertFalse(page.url().contains(secret), "not in the address");
        chromium.assertAccessible(page);
        page.getByText("Open the application").click();
        assertThat(page.locator(".parts")).isVisible();
        assertFalse(page.content().contains(secret), "shown once");
        return secret;
    }

    private String rotate(Chromium chromium, Page page) {
        open(page, "ledger", "secrets");
        page.getByLabel("The secrets before are valid for").selectOption("PT0S");
        button(page, "Make a new secret").click();
        assertThat(notices(page)).containsText("has a new secret");
        chromium.shoot(page, "console-client-secret-wide");
        return page.locator("#once").textContent();
    }

    private void tryRules(Chromium chromium, Page page) {
        open(page, "ledger", "rules");
        page.getByLabel("Rules", new Page.GetByLabelOptions().setExact(true))
                .fill(
                        "[{\"group\": \"voter\", \"when\": {\"idena.state\": [\"Human\"], \"idena.age\": {\"min\": 10}}}]");
        page.getByLabel("Idena state").selectOption("Human");
        page.getByLabel("Age, in epochs").fill("3");
        Locator tried = page.locator(".trial");
        button(page, "Try").last().click();
        assertThat(tried).containsText("No group");
        assertThat(tried).containsText("idena.age");
        page.getByLabel("Age, in epochs").fill("10");
        button(page, "Try").last().click();
        assertThat(tried.locator(".badge.good").first()).hasText("voter");
        page.getByLabel("Wallet address or account id")
                .fill(FakeWallet.administrator().address());
        button(page, "Try").first().click();
        assertThat(tried).containsText("idena:mainnet:");
        chromium.assertAccessible(page);
        chromium.shoot(page, "console-client-rules-wide");
        button(page, "Save the rules").click();
        assertThat(notices(page)).containsText("Saved");
    }

    /** Whoever asks for it, and what was given before: as if it were not there. */
    private void assertDisabled(Application ledger, Browser admin, JsonObject tokens) {
        assertEquals(400, ledger.ask(admin).statusCode(), "no codes");
        HttpResponse<String> refresh = ledger.refresh(tokens.getString("refresh_token"));
        assertEquals(401, refresh.statusCode(), "no refreshes");
        assertEquals("invalid_client", json(refresh).getString("error"));
        assertEquals(401, ledger.redeem("a-code").statusCode(), "no tokens");
        assertEquals(401, ledger.introspect(tokens.getString("access_token")).statusCode());
        assertEquals(401, ledger.revoke(tokens.getString("access_token")).statusCode());
        assertEquals(401, ledger.userinfo(tokens.getString("access_token")).statusCode());
        for (String path : List.of(
                "/selfkey/ledger/templates", "/selfkey/ledger/jwks", "/oauth2/forward-auth/ledger", "/kyc/ledger")) {
            assertEquals(404, admin.get(path).statusCode(), path);
        }
        HttpResponse<String> challenge = gatehouse()
                .api("POST", "/selfkey/ledger/auth/challenge", "", GatehouseSystem.object("publicKey", "0x1"));
        assertEquals(404, challenge.statusCode(), "no sign-ins with a wallet");
    }

    @Test
    default void clientsAWebhookIsToldAgainAndRemoved() throws IOException, InterruptedException {
        Browser admin = administrator();
        admin.call("DELETE", "/api/clients/hooked", "");
        assertEquals(
                201,
                admin.postJson("/api/clients", "{\"client_id\":\"hooked\"}").statusCode());
        try (WebhookReceiver receiver = WebhookReceiver.open();
                Chromium chromium = Chromium.open();
                BrowserContext person = signedIn(chromium, admin, 390, ColorScheme.DARK)) {
            Page page = chromium.page(person, gatehouse().url() + "/console/webhooks?client=hooked");
            page.getByLabel("Address").fill("http://elsewhere.example/");
            button(page, "Add").click();
            assertThat(notices(page)).containsText("must be https");
            page.getByLabel("Address").fill(receiver.url());
            button(page, "Add").click();
            assertThat(page.locator("#once")).containsText("whsec_");
            chromium.assertAccessible(page);
            chromium.assertFits(page);
            page.locator("td a").first().click();
            button(page, "Send a test").click();
            String told = receiver.next().getJsonObject("headers").getString("webhook-id");
            page.getByText("Look again").click();
            button(page, "Send again").click();
            assertThat(notices(page)).containsText("sent again");
            assertEquals(told, receiver.next().getJsonObject("headers").getString("webhook-id"));
            chromium.shoot(page, "console-webhook-narrow-dark");
            button(page, "Disable").click();
            assertThat(notices(page)).containsText("is disabled");
            button(page, "Enable").click();
            assertThat(notices(page)).containsText("is enabled");
            page.locator("summary", new Page.LocatorOptions().setHasText("Remove"))
                    .click();
            button(page, "Remove with its deliveries").click();
            assertThat(notices(page)).containsText("is removed");
            chromium.assertCalm();
        }
        assertEquals(204, admin.call("DELETE", "/api/clients/hooked", "").statusCode());
    }

    @Test
    default void clientsATemplateGetsAVersionAndIsWithdrawn() {
        Browser admin = administrator();
        try (Chromium chromium = Chromium.open();
                BrowserContext person = signedIn(chromium, admin, 1440, ColorScheme.DARK)) {
            Page page = chromium.page(person, gatehouse().url() + "/console/templates");
            page.getByLabel("The template as JSON").fill("{\"id\":\"by-hand\",\"nonsense\":1}");
            button(page, "Add").click();
            assertThat(page.locator(".note.alert")).containsText("nonsense: is not a member that is known here");
            String mark = Long.toString(System.nanoTime());
            String template = "{\"id\":\"by-hand-" + mark + "\",\"name\":\"One\",\"attributes\":[\"email\"]}";
            page.getByLabel("The template as JSON").fill(template);
            button(page, "Add").click();
            page.getByText("Open the template").click();
            page.getByLabel("The template as JSON").fill(template.replace("One", "Two"));
            button(page, "Save as a new version").click();
            assertThat(page.locator(".quiet-list").first()).containsText("Version 2");
            chromium.assertAccessible(page);
            chromium.shoot(page, "console-template-dark");
            page.locator("summary", new Page.LocatorOptions().setHasText("Withdraw"))
                    .click();
            button(page, "Withdraw the template").click();
            assertThat(notices(page)).containsText("is withdrawn");
            chromium.assertCalm();
        }
    }

    @Test
    default void clientsAnAuditorSeesAllAndChangesNothing() {
        Browser admin = administrator();
        admin.call("DELETE", "/api/clients/seen", "");
        String entry = "{\"client_id\":\"seen\",\"redirect_uris\":[\"" + REDIRECT + "\"]}";
        assertEquals(201, admin.postJson("/api/clients", entry).statusCode());
        Browser auditor = gatehouse().browser();
        auditor.signIn(FakeWallet.create());
        String account = json(auditor.get("/api/me")).getString("sub");
        assertEquals(
                204,
                admin.call("PUT", "/api/accounts/" + account + "/roles/auditor", "")
                        .statusCode());
        for (String part : List.of("settings", "entry", "secrets", "rules", "setup", "servers", "state")) {
            HttpResponse<String> page = auditor.get("/console/clients/client?id=seen&part=" + part);
            assertEquals(200, page.statusCode(), part);
            assertFalse(
                    Pattern.compile("id=\"[a-z]+:(save|renew|make|disable|enable|remove)\"")
                            .matcher(page.body())
                            .find(),
                    part);
        }
        String before = admin.get("/api/clients/seen").body();
        for (Map.Entry<String, List<String>> forged : Map.of(
                        "settings", List.of("form:save", "state:disable", "remove:remove"),
                        "rules", List.of("form:save", "secret:renew", "keys:make"))
                .entrySet()) {
            for (String button : forged.getValue()) forge(auditor, forged.getKey(), button);
        }
        assertEquals(before, admin.get("/api/clients/seen").body());
        assertEquals(204, admin.call("DELETE", "/api/clients/seen", "").statusCode());
    }

    /** Sends a form as the page of an administrator would, with the state of the auditor's own page. */
    private static void forge(Browser auditor, String part, String button) {
        String address = "/console/clients/client?id=seen&part=" + part;
        HttpResponse<String> page = auditor.get(address);
        Matcher state = PageFormsTopic.STATE.matcher(page.body());
        assertTrue(state.find(), "the page has a form");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        String form = button.substring(0, button.indexOf(':'));
        String body = form + "=" + form + "&" + button + "=" + button
                + "&id=seen&form:name=Forged&form:rules=&keys:name=x&secret:overlap=PT0S&remove:typed=seen"
                + "&primefaces.nonce=" + encoded(nonce) + "&jakarta.faces.ViewState=" + encoded(state.group(1));
        assertEquals(200, auditor.post(address, body).statusCode());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser administrator() {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.administrator());
        return browser;
    }

    private BrowserContext signedIn(Chromium chromium, Browser browser, int width, ColorScheme colours) {
        BrowserContext person = chromium.person(width, colours);
        person.addCookies(List.of(new Cookie(
                        "gatehouse_session", browser.cookie("gatehouse_session").orElseThrow())
                .setUrl(gatehouse().url() + "/")));
        return person;
    }

    private void open(Page page, String client, String part) {
        page.navigate(gatehouse().url() + "/console/clients/client?id=" + client + "&part=" + part);
    }

    private static Locator notices(Page page) {
        return page.locator("#notices");
    }

    private static Locator button(Page page, String text) {
        return page.locator("button", new Page.LocatorOptions().setHasText(Pattern.compile("^" + text + "$")));
    }
}

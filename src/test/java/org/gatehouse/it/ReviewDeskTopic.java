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
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reviewer's desk, in a real Chromium: two reviewers with two wallets, an auditor, and a person who applies. */
interface ReviewDeskTopic extends Topic {
    /** A page with a line on it. */
    byte[] PDF =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>endobj
            4 0 obj<</Length 25>>stream
            1 0 0 RG 10 50 m 190 50 l S
            endstream endobj
            trailer<</Root 1 0 R>>
            %%EOF"""
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    default void deskAnApplicationIsTakenRefusedInPartGivenAnewAndApproved() {
        KycDesk desk = KycDesk.open(gatehouse(), "desk");
        KycWallet person = desk.person();
        String id = person.apply(KycDesk.PERSON, KycWallet.person("zoe@desk.example"));
        givePdf(desk, person, id);
        try (Chromium chromium = Chromium.open();
                BrowserContext context = reviewer(chromium, desk, "reviewer", 1440, ColorScheme.LIGHT)) {
            Page page = open(chromium, context, id);
            page.keyboard().press("t");
            said(page, "You review this application now.");
            assertThat(page.locator("[data-paper='image'] img").first()).isVisible();
            page.locator("[data-paper='image'] [data-turn='right']").first().click();
            assertThat(page.locator("[data-paper='pdf'] canvas")).isVisible();
            chromium.shoot(page, "desk-case-wide");
            page.locator("[id='say:text']").fill("Welcome");
            page.locator("[id='say:send']").click();
            said(page, "The message is sent.");
            assertEquals(List.of("Welcome"), person.chat(id));
            page.locator("[data-opens='refuse'][data-subject='pass']").click();
            page.locator("[id='refuse:send']").click();
            said(page, "Write a text first. Nothing was changed.");
            page.locator("[id='refuse:reason']").fill("The picture is not sharp");
            page.locator("[id='refuse:send']").click();
            said(page, "The applicant is asked for something else.");
            assertEquals(9, person.application(id).getInt("currentStatus"));

            JsonArray anew = Json.createArrayBuilder()
                    .add(Json.createObjectBuilder()
                            .add("id", "pass")
                            .add("schemaId", "http://platform.selfkey.org/schema/attribute/passport.json")
                            .add("data", KycWallet.passport()))
                    .build();
            person.complete(id, person.uploaded(anew));
            page.locator("[id='note:text']").fill("Sharp now");
            page.locator("[id='note:send']").click();
            said(page, "Somebody else changed this meanwhile. Look at it again.");
            assertThat(page.locator("[id='note:text']")).hasValue("Sharp now");
            page.locator("[id='note:send']").click();
            said(page, "The note is stored.");
            page.keyboard().press("Escape");
            page.locator("[data-opens='approve']").click();
            page.locator("[id='approve:send']").click();
            said(page, "Your approval is stored.");
            assertThat(page.locator("[data-opens='reopen']")).hasCount(0);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            chromium.shoot(page, "desk-case-print");
            chromium.assertCalm();
        }
    }

    @Test
    default void deskTwoApproveAndALeadReviewerUndoesIt() {
        KycDesk desk = KycDesk.open(gatehouse(), "desk");
        KycWallet person = desk.person();
        String id = person.apply(KycDesk.CAREFUL, KycWallet.person("ada@desk.example"));
        try (Chromium chromium = Chromium.open();
                BrowserContext first = reviewer(chromium, desk, "reviewer", 1440, ColorScheme.DARK);
                BrowserContext second = reviewer(chromium, desk, "lead-reviewer", 390, ColorScheme.DARK)) {
            Page one = open(chromium, first, id);
            approve(one);
            assertThat(one.locator("[data-opens='approve']")).isDisabled();
            chromium.shoot(one, "desk-first-approval-dark");
            Page other = open(chromium, second, id);
            assertThat(other.getByText("Approved first by")).isVisible();
            chromium.shoot(other, "desk-case-narrow-dark");
            assertFalse(
                    (Boolean) other.evaluate("document.documentElement.scrollWidth > innerWidth"),
                    "nothing is cut off");
            approve(other);
            assertEquals(2, person.application(id).getInt("currentStatus"));
            other.locator("[data-opens='reopen']").click();
            other.locator("[id='reopen:reason']").fill("The wrong person");
            other.locator("[id='reopen:send']").click();
            said(other, "The decision is undone.");
            assertEquals(16, person.application(id).getInt("currentStatus"));
            chromium.assertCalm();
        }
    }

    @Test
    default void deskAnAuditorSeesAllAndChangesNothing() {
        KycDesk desk = KycDesk.open(gatehouse(), "desk");
        KycWallet person = desk.person();
        String id = person.apply(KycDesk.PERSON, KycWallet.person("eve@desk.example"));
        try (Chromium chromium = Chromium.open();
                BrowserContext context = reviewer(chromium, desk, "auditor", 1440, ColorScheme.LIGHT)) {
            Page queue = chromium.page(context, gatehouse().url() + "/console/review?client=desk");
            assertThat(queue.locator("[data-row]").first()).isVisible();
            chromium.shoot(queue, "desk-queue-wide");
            Page page = open(chromium, context, id);
            assertThat(page.locator("[data-opens]:not([data-opens='keys'])")).hasCount(0);
            assertThat(page.locator("[id='bar:take'], [id='note:send'], [id='say:send']"))
                    .hasCount(0);
            assertTrue(page.locator("[data-paper='image'] img").count() > 0);
            page.evaluate(
                    "async () => { const form = document.getElementById('bar'); const sent = new URLSearchParams(new FormData(form));"
                            + " for (const name of ['bar:take', 'note:send', 'note']) sent.set(name, name); sent.set('note:text', 'forged');"
                            + " await fetch(form.action, { method: 'POST', body: sent }); }");
            page.reload();
            assertThat(page.locator(".desk-history li")).hasCount(1);
            chromium.assertCalm();
        }
    }

    private static void approve(Page page) {
        page.keyboard().press("a");
        page.locator("[id='approve:send']").click();
        said(page, "Your approval is stored.");
    }

    private static void said(Page page, String sentence) {
        Locator notices = page.locator("#notices");
        assertThat(notices).containsText(sentence);
    }

    private Page open(Chromium chromium, BrowserContext context, String id) {
        Page page = chromium.page(context, gatehouse().url() + "/console/review/case?client=desk&id=" + id);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /** A person with a wallet of their own and this role, signed in. */
    private BrowserContext reviewer(Chromium chromium, KycDesk desk, String role, int width, ColorScheme colours) {
        Browser browser = gatehouse().browser();
        browser.signIn(FakeWallet.create());
        String account = json(browser.get("/api/me")).getString("sub");
        assertEquals(
                204,
                desk.api("PUT", "/api/accounts/" + account + "/roles/" + role, "")
                        .statusCode());
        BrowserContext context = chromium.person(width, colours);
        String session = browser.cookie("gatehouse_session").orElseThrow();
        context.addCookies(List.of(
                new Cookie("gatehouse_session", session).setUrl(gatehouse().url())));
        return context;
    }

    private static void givePdf(KycDesk desk, KycWallet person, String id) {
        KycChain.ok(desk.server().call("POST", "/applications/" + id + "/attributes", "{\"schema\":\"utility-bill\"}"));
        FormData form = new FormData();
        form.file("document", "bill.pdf", "application/pdf", PDF);
        String file = LwsWallet.send(form.post(person.request("/files"))).getString("id");
        JsonObject described = Json.createObjectBuilder()
                .add("name", "bill.pdf")
                .add("mimeType", "application/pdf")
                .add("size", PDF.length)
                .add("content", file)
                .build();
        JsonObject bill = Json.createObjectBuilder()
                .add("images", Json.createArrayBuilder().add(described))
                .add("issued", "2026-10-01")
                .build();
        person.complete(
                id,
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("id", "utility-bill")
                                .add("schemaId", "http://platform.selfkey.org/schema/attribute/utility-bill.json")
                                .add("data", bill))
                        .build());
    }
}

package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An application from the first click to the approval, in a real Chromium, with the practice wallet in the place of SelfKey's. */
interface KycBrowserTopic extends Topic {
    @Test
    default void kycAPersonAppliesIsAskedForMoreAndIsApproved() {
        KycChain bank = KycDesk.open(gatehouse(), "kyc").server();
        try (Chromium chromium = Chromium.open();
                BrowserContext person = chromium.person(1280, ColorScheme.LIGHT)) {
            Page wallet = chromium.page(person, gatehouse().url() + "/practice-wallet");
            wallet.getByText("To the applications (KYC)").click();
            wallet.getByLabel("Client").fill("kyc");
            button(wallet, "Show").click();
            Locator own = wallet.locator("#applications");
            wallet.locator("#templates li", new Page.LocatorOptions().setHasText("A person"))
                    .getByText("Apply")
                    .click();
            assertThat(own).containsText("Uploaded");
            String id = bank.applications("?template_id=individual&sort=-createdAt&limit=1")
                    .get(0)
                    .getString("id");

            askForMore(bank, id);
            button(wallet, "Ask again").click();
            assertThat(own).containsText("Additional Requested");
            Page page =
                    wallet.waitForPopup(() -> button(wallet, "Open the page").click());
            page.waitForURL(gatehouse().url() + "/kyc/kyc/applications/" + id);
            giveSome(chromium, page);
            assertEquals(9, bank.status(id));
            giveTheRest(page);
            assertEquals(4, bank.status(id));
            chromium.shoot(page, "kyc-uploaded");
            chromium.assertAccessible(page);

            KycChain.ok(bank.decide(id, 2));
            button(wallet, "Ask again").click();
            assertThat(own).containsText("Approved");
            assertThat(button(wallet, "Open the page")).hasCount(0);
            page.reload();
            assertThat(page.locator(".standing .name")).hasText("Approved");
            assertThat(page.locator("[type=file]")).hasCount(0);
            chromium.assertCalmBesideRefusedForms();
        }
    }

    private static void askForMore(KycChain bank, String id) {
        String path = "/applications/" + id;
        KycChain.ok(bank.call(
                "POST",
                path + "/attributes/invalidate?attributes=passport",
                GatehouseSystem.object("comments", "The picture is not sharp")));
        KycChain.ok(bank.call(
                "POST", path + "/attributes", "{\"schema\":\"utility-bill\",\"label\":\"Proof of address\"}"));
        KycChain.ok(bank.call(
                "POST", path + "/questions", GatehouseSystem.object("question", "Since when do you live there?")));
    }

    /** The passport without its selfie and the bill; what is right stays. */
    private static void giveSome(Chromium chromium, Page page) {
        assertThat(page.getByText("The picture is not sharp")).isVisible();
        file(page, "a:passport:image", "passport.png");
        day(page, "a:passport:issued", "2020-01-31");
        day(page, "a:passport:expires", "2035-01-31");
        file(page, "a:utility-bill:images", "bill.png");
        day(page, "a:utility-bill:issued", "2026-10-01");
        button(page, "Send").click();
        assertThat(page.getByText("Something is not right yet.")).isVisible();
        assertThat(page.locator("form .handed")).containsText("passport.png");
        assertThat(page.locator(".given")).containsText("bill.png");
        chromium.shoot(page, "kyc-not-right-yet");
        chromium.assertAccessible(page);
        assertFalse((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"), "nothing is cut off");
    }

    private static void giveTheRest(Page page) {
        file(page, "a:passport:selfie.image", "selfie.png");
        page.getByLabel("Since when do you live there?").fill("Since 2019");
        button(page, "Send").click();
        assertThat(page.locator(".note[role=status]")).isVisible();
        assertThat(page.locator(".standing .name")).hasText("Received");
        assertThat(page.locator(".given")).containsText("Since 2019");
    }

    private static Locator button(Page page, String text) {
        return page.locator("button", new Page.LocatorOptions().setHasText(Pattern.compile("^" + text + "$")));
    }

    private static void day(Page page, String field, String day) {
        page.locator("input[name='" + field + "']").fill(day);
    }

    private static void file(Page page, String field, String name) {
        page.locator("input[type=file][name='" + field + "']")
                .setInputFiles(new FilePayload(name, "image/png", LwsDocument.PASSPORT.content()));
    }
}

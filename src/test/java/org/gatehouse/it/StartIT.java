package org.gatehouse.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.gatehouse.it.GatehouseSystem.nonce;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/start} as a newcomer runs it, and a server that is killed in the middle of everything. */
class StartIT {
    @TempDir
    Path data;

    private StartScript server;
    private GatehouseSystem gatehouse;

    @BeforeEach
    void script() throws Exception {
        server = new StartScript(data, Map.of());
        gatehouse = server.gatehouse();
    }

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void nothingThatWasHalfDoneBecomesASessionWhenTheServerIsKilled() throws Exception {
        server.start();
        Browser begun = gatehouse.browser();
        Browser.Invitation begunFor = begun.openSignIn("");
        Browser asked = gatehouse.browser();
        Browser.Invitation askedFor = asked.openSignIn("");
        FakeWallet askedWallet = FakeWallet.create();
        String nonce = nonce(gatehouse.startSession(askedFor.token(), askedWallet.address()));
        Browser proven = gatehouse.browser();
        Browser.Invitation provenFor = proven.openSignIn("");
        prove(provenFor);
        Browser signedIn = gatehouse.browser();
        signedIn.signIn(FakeWallet.create());
        String refusal = server.refusal();
        assertTrue(refusal.contains("another Gatehouse is running"), refusal);

        aNewcomerTriesItOut();

        server.kill();
        server.start();

        assertEquals(Set.of(OWNER_READ, OWNER_WRITE), Files.getPosixFilePermissions(data.resolve("master-key")));
        for (Browser browser : new Browser[] {begun, asked, proven}) assertFalse(isSignedIn(browser));
        assertTrue(isSignedIn(signedIn), "what was answered is not lost");
        prove(begunFor);
        assertTrue(gatehouse
                .authenticate(askedFor.token(), askedWallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
        begun.get(begunFor.callback());
        asked.get(askedFor.callback());
        proven.get(provenFor.callback());
        for (Browser browser : new Browser[] {begun, asked, proven, signedIn}) assertTrue(isSignedIn(browser));

        assertEquals(0, server.interrupt());
    }

    /** Three clicks with a state of one's choice, and again with another, which holds at once; and what the demo application makes of it. */
    private void aNewcomerTriesItOut() {
        try (Chromium chromium = Chromium.open()) {
            Page person = chromium.person(1100, ColorScheme.LIGHT).newPage();
            signIn(person, "Newbie");
            chromium.shoot(person, "start-home-newbie");
            demo(person);
            assertThat(person.locator("#claims")).containsText("\"state\": \"Newbie\"");
            assertThat(person.locator("#humans")).containsText("403");
            signOut(person);
            signIn(person, "Human");
            demo(person);
            assertThat(person.locator("#humans")).containsText("Welcome");
            chromium.shoot(person, "start-demo-human");
        }
    }

    /** The demo asks Gatehouse, which knows the browser already. */
    private void demo(Page page) {
        page.navigate(gatehouse.url() + "/demo/");
        page.getByText("Sign in with Gatehouse").click();
    }

    private void signOut(Page page) {
        page.navigate(gatehouse.url());
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
    }

    private void signIn(Page page, String state) {
        page.navigate(gatehouse.url());
        page.getByText("Sign in", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Open the practice wallet").click();
        page.selectOption("#state", state);
        page.getByText("Confirm", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("You are signed in")).isVisible();
        page.getByText("My account").click();
        assertThat(page.locator("main")).containsText(state);
    }

    private void prove(Browser.Invitation invitation) {
        FakeWallet wallet = FakeWallet.create();
        String nonce = nonce(gatehouse.startSession(invitation.token(), wallet.address()));
        assertTrue(gatehouse
                .authenticate(invitation.token(), wallet.sign(nonce))
                .getJsonObject("data")
                .getBoolean("authenticated"));
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.get("/api/me").statusCode() == 200;
    }
}

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/start} as a newcomer runs it, and a server that is killed in the middle of everything. */
class StartIT {
    private static final long START_SECONDS = 120;

    @TempDir
    Path data;

    private final int port = freePort();
    private final GatehouseSystem gatehouse = new GatehouseSystem("http://localhost:" + port);

    private Process server = new ProcessBuilder("true").start();

    StartIT() throws IOException {}

    @AfterEach
    void stop() throws Exception {
        kill();
    }

    @Test
    void nothingThatWasHalfDoneBecomesASessionWhenTheServerIsKilled() throws Exception {
        start();
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
        String refusal = secondStart();
        assertTrue(refusal.contains("another Gatehouse is running"), refusal);

        aNewcomerTriesItOut();

        kill();
        start();

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

        interrupt();
        assertTrue(server.waitFor(60, TimeUnit.SECONDS), "Ctrl-C stops it");
        assertEquals(0, server.exitValue());
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
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

    private void start() throws Exception {
        Path out = data.resolve("out-" + System.nanoTime());
        server = command(port).redirectOutput(out.toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(out).contains("Gatehouse is ready: http://localhost:" + port)) {
            if (!server.isAlive() || System.nanoTime() > end)
                throw new AssertionError("not ready: " + Files.readString(out));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String secondStart() throws Exception {
        Process second = command(freePort()).start();
        assertTrue(second.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, second.exitValue());
        return new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private ProcessBuilder command(int onPort) {
        return new ProcessBuilder(
                        // A build that runs in the background ignores Ctrl-C, and what it starts would too.
                        "env",
                        "--default-signal=INT",
                        "bin/start",
                        "--port",
                        Integer.toString(onPort),
                        "--data",
                        data.toString(),
                        "--war",
                        "target/gatehouse.war")
                .redirectErrorStream(true);
    }

    private void interrupt() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
    }

    /** The power goes: script and server at once, without a word. */
    private void kill() {
        List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Debian's Chromium, driven by Playwright. Notes what a page complains of and every address outside that it asks for. */
final class Chromium implements AutoCloseable {
    private static final String AXE = axe();

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Chromium open() {
        return new Chromium();
    }

    BrowserContext person(int width, ColorScheme colours) {
        return browser.newContext(options().setViewportSize(width, 850).setColorScheme(colours));
    }

    BrowserContext person(int width, ColorScheme colours, String language) {
        return browser.newContext(
                options().setViewportSize(width, 850).setColorScheme(colours).setLocale(language));
    }

    BrowserContext personWithoutScripts() {
        return browser.newContext(options().setJavaScriptEnabled(false));
    }

    BrowserContext personWhoReads(String language) {
        return browser.newContext(options().setLocale(language));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en-GB");
    }

    /** Opens a page and listens to it, and to those that it opens. */
    Page page(BrowserContext person, String url) {
        Page page = person.newPage();
        String host = URI.create(url).getHost();
        listen(page, host);
        page.onPopup(opened -> listen(opened, host));
        page.navigate(url);
        return page;
    }

    private void listen(Page page, String host) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!host.equals(URI.create(request.url()).getHost())) complaints.add("asked for " + request.url());
        });
    }

    void shoot(Page page, String name) {
        Path file = Path.of(
                "target", "screenshots", Objects.requireNonNullElse(TestBed.server(), "bin") + "-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /**
     * Nothing on the page keeps anyone from using it, as far as axe-core sees: WCAG 2.2 AA, and what it holds for good practice. Its script is put in by the
     * browser's own tools, which no policy of the page holds up.
     */
    void assertAccessible(Page page) {
        page.evaluate(AXE);
        Object found = page.evaluate(
                """
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                  .then(result => result.violations.map(violation =>
                    violation.id + ': ' + violation.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))
                """);
        assertEquals(List.of(), found, page.url());
    }

    /** Nothing is cut off, and nothing needs scrolling sideways. */
    void assertFits(Page page) {
        assertEquals(
                false,
                page.evaluate("document.documentElement.scrollWidth > innerWidth"),
                page.url() + " is wider than the window");
    }

    private static String axe() {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, but for the answer to a form that was not right. */
    void assertCalmBesideRefusedForms() {
        complaints.removeIf(text -> text.contains("the server responded with a status of 422"));
        assertCalm();
    }

    /** No page complained, and none asked for anything outside: a violation of the Content-Security-Policy would be a complaint. */
    void assertCalm() {
        assertEquals(List.of(), complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

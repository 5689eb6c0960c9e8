package org.gatehouse.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real browser with scripts, Debian's Chromium, as one person who has never been here. Pictures of pages stand in {@code target/screenshots}. */
final class Chromium implements AutoCloseable {
    /** It would ask its makers for news at every start, and its sandbox does not start for root. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("it.chromium", "/usr/bin/chromium")))
                    .setArgs(FLAGS));
    private final BrowserContext context = browser.newContext();
    private final List<String> complaints = new ArrayList<>();

    /** Opens a page; what its scripts, or the browser on its behalf, complain about is kept. */
    Page open(String url) {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.navigate(url);
        return page;
    }

    /** Everything that was written to the console as an error, such as a breach of the content security policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps a picture of the whole page. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", System.getProperty("it.server", "") + "-" + name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}

package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The forms of pages with state, as other sites and other people send them. */
interface PageFormsTopic extends Topic {
    Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*? value=\"([^\"]+)\"");
    Pattern FORM = Pattern.compile("<form id=\"([^\"]+)\" name=\"[^\"]+\" method=\"post\"");
    Pattern NONCE = Pattern.compile(" nonce=\"([^\"]+)\"");
    Pattern BUTTON = Pattern.compile("<button id=\"[^\"]+\" name=\"([^\"]+)\"");

    @Test
    default void aFormOfAnotherSiteIsRefusedByEveryPage() {
        Browser browser = PagesTopic.everything(gatehouse());
        for (String address : PagesTopic.addresses(browser)) {
            for (Map.Entry<String, String> header : strange().entrySet()) {
                assertEquals(
                        403,
                        send(browser, address, "x=y", Map.of(header.getKey(), header.getValue()))
                                .statusCode(),
                        address);
            }
            assertEquals(403, send(browser, address, "x=y", Map.of()).statusCode(), "a form of nobody at " + address);
        }
        for (String address : List.of("/signout", "/language", "/signin/continue", "/signin/unlink")) {
            for (Map.Entry<String, String> header : strange().entrySet()) {
                assertEquals(
                        403,
                        send(browser, address, "x=y", Map.of(header.getKey(), header.getValue()))
                                .statusCode(),
                        address);
            }
        }
    }

    @Test
    default void aPagesStateOpensForItsSessionAlone() {
        Browser one = PagesTopic.everything(gatehouse());
        Browser other = gatehouse().browser();
        other.signIn(FakeWallet.administrator());
        List<String> withForms = new ArrayList<>();
        for (String address : PagesTopic.addresses(one)) {
            String page = one.get(address).body();
            Matcher state = STATE.matcher(page);
            Matcher form = FORM.matcher(page);
            Matcher nonce = NONCE.matcher(page);
            if (!state.find() || !form.find() || !nonce.find()) continue;
            withForms.add(address);
            String own = form.group(1) + "=" + form.group(1) + "&primefaces.nonce=" + nonce.group(1)
                    + "&jakarta.faces.ViewState=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
            assertEquals(200, one.post(address, own).statusCode(), "its own session goes on at " + address);
            StringBuilder stolen = new StringBuilder(own);
            BUTTON.matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .map(button -> button.replaceFirst(".*name=\"([^\"]+)\"", "$1"))
                    .forEach(button ->
                            stolen.append('&').append(button).append('=').append(button));
            assertShownAnew(other.post(address, stolen.toString()), address);
            assertShownAnew(one.post(address, stolen.toString().replace("ViewState=", "ViewState=AAAA")), address);
        }
        assertFalse(withForms.isEmpty(), "no page has a form");
    }

    @Test
    default void noPageWithAFormStandsInAFrame() {
        Browser browser = PagesTopic.everything(gatehouse());
        List<String> addresses = new ArrayList<>(PagesTopic.addresses(browser));
        addresses.addAll(List.of("/", "/signin", "/signin/link", "/signin/selfkey-help"));
        for (String address : addresses) {
            HttpResponse<String> page = browser.get(address);
            assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""), address);
            assertTrue(
                    page.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("")
                            .contains("frame-ancestors 'none'"),
                    address);
        }
    }

    private static Map<String, String> strange() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Origin", "https://elsewhere.example");
        headers.put("Sec-Fetch-Site", "cross-site");
        return headers;
    }

    private HttpResponse<String> send(Browser browser, String address, String body, Map<String, String> headers) {
        HttpRequest.Builder request = browser.request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return gatehouse().send(request);
    }

    /** The page is asked for again, and nothing was done. */
    private static void assertShownAnew(HttpResponse<String> answer, String address) {
        assertEquals(302, answer.statusCode(), address);
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith(address), address);
    }
}

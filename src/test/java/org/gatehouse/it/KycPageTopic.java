package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wallet opens its application in a browser, and the person goes on there. */
interface KycPageTopic extends Topic {
    String APPLICATION = "{\"templateId\":\"quick\",\"attributes\":[{\"id\":\"email\","
            + "\"schemaId\":\"http://platform.selfkey.org/schema/attribute/email.json\",\"data\":\"ada@engines.example\"}]}";

    @Test
    default void kycTheTokenInTheAddressLetsABrowserInOnce() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String id = kycApplication(wallet);
        String address = "/selfkey/kyc/applications/" + id + "?access_token=" + kycToken(wallet);
        Browser browser = new Browser(gatehouse());
        HttpResponse<String> entered = browser.get(address);
        assertEquals(303, entered.statusCode());
        assertEquals(
                gatehouse().url() + page(id),
                entered.headers().firstValue("Location").orElse(""));
        assertEquals(List.of("no-referrer"), entered.headers().allValues("Referrer-Policy"));
        assertEquals(List.of("no-store"), entered.headers().allValues("Cache-Control"));
        String cookie = entered.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.startsWith("gatehouse_visit="), cookie);
        assertTrue(
                cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=3600"),
                cookie);
        HttpResponse<String> shown = browser.get(page(id));
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("ada@engines.example"), shown.body());

        Browser second = new Browser(gatehouse());
        assertEquals(303, second.get(address).statusCode());
        assertTrue(second.cookie("gatehouse_visit").isEmpty());
        HttpResponse<String> asked = second.get(page(id));
        assertEquals(403, asked.statusCode());
        assertTrue(asked.body().contains("/signin?go=%2Fkyc%2Fkyc%2Fapplications%2F" + id), asked.body());
        assertFalse(asked.body().contains("ada@"));
    }

    @Test
    default void kycWhatNobodyLooksAtTakesNoToken() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String id = kycApplication(wallet);
        String address = "/selfkey/kyc/applications/" + id + "?access_token=" + kycToken(wallet);
        assertEquals(
                503,
                gatehouse()
                        .get(address, "Accept", "text/html", "Sec-Purpose", "prefetch;prerender")
                        .statusCode());
        HttpResponse<String> head = gatehouse()
                .send(gatehouse()
                        .request(address)
                        .header("Accept", "text/html")
                        .method("HEAD", BodyPublishers.noBody()));
        assertEquals(List.of(), head.headers().allValues("Set-Cookie"));
        assertEquals(400, gatehouse().get(address, "Accept", "application/json").statusCode());
        Browser browser = new Browser(gatehouse());
        browser.get(address);
        assertEquals(200, browser.get(page(id)).statusCode());
    }

    @Test
    default void kycNobodySeesAnothersApplication() {
        String id = kycApplication(SelfkeyWallet.create());
        SelfkeyWallet other = SelfkeyWallet.create();
        kycApplication(other);
        Browser browser = new Browser(gatehouse());
        browser.get("/selfkey/kyc/applications/" + id + "?access_token=" + kycToken(other));
        assertEquals(404, browser.get(page(id)).statusCode());
        assertEquals(404, browser.get(page("0".repeat(32))).statusCode());
        assertEquals(404, browser.post(page(id), "action=cancel").statusCode());
    }

    @Test
    default void kycASessionOfOursAppliesAndSeesThePage() {
        Browser browser = new Browser(gatehouse());
        browser.signIn(FakeWallet.create());
        String id =
                json(browser.postJson("/selfkey/kyc/applications", APPLICATION)).getString("id");
        assertEquals(200, browser.get(page(id)).statusCode());
        assertTrue(browser.get("/kyc/kyc").body().contains(id));
        HttpResponse<String> said = browser.post(page(id), "message=How+long+does+it+take%3F");
        assertEquals(303, said.statusCode());
        assertTrue(browser.get(page(id)).body().contains("How long does it take?"));
        assertEquals(403, foreign(browser, page(id), "application/x-www-form-urlencoded", "action=cancel"));
        assertEquals(403, foreign(browser, "/selfkey/kyc/applications", "application/json", APPLICATION));
        assertTrue(browser.get(page(id)).body().contains("Received"));
        assertEquals(303, browser.post(page(id), "action=cancel").statusCode());
        assertTrue(browser.get(page(id) + "?note=canceled").body().contains("The application is canceled."));
    }

    @Test
    default void kycASessionThatAPageHandedOverIsNobodys() {
        SelfkeyWallet wallet = SelfkeyWallet.create();
        String id = kycApplication(wallet);
        LwsPage portal = LwsPage.portal(gatehouse());
        Browser browser = new Browser(gatehouse());
        browser.visit(LwsPage.redirectTo(portal.handIn(portal.userToken(wallet))), "Referer", "https://lws.example/");
        assertTrue(browser.cookie("gatehouse_session").isPresent());
        assertEquals(403, browser.get(page(id)).statusCode());
        assertEquals(401, browser.get("/selfkey/kyc/applications").statusCode());
        assertEquals(
                401, browser.postJson("/selfkey/kyc/applications", APPLICATION).statusCode());
    }

    @Test
    default void kycAFileOfTwelveMegabytesGoesThroughTheForm() {
        Browser browser = new Browser(gatehouse());
        browser.signIn(FakeWallet.create());
        String id =
                json(browser.postJson("/selfkey/kyc/applications", APPLICATION)).getString("id");
        KycChain.ok(KycDesk.open(gatehouse(), "kyc")
                .server()
                .call("POST", "/applications/" + id + "/attributes", "{\"schema\":\"cv\"}"));
        byte[] large = Arrays.copyOf("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 12_000_000);
        HttpResponse<String> sent = gatehouse()
                .send(new FormData()
                        .file("a:cv:", "cv.pdf", "application/pdf", large)
                        .post(browser.ours(page(id))));
        assertEquals(303, sent.statusCode(), sent.body());
        String shown = browser.get(page(id) + "?note=sent").body();
        assertTrue(shown.contains("cv.pdf") && shown.contains("Received"), shown);
    }

    private int foreign(Browser browser, String path, String type, String body) {
        return gatehouse()
                .send(browser.request(path)
                        .header("Origin", "https://evil.example")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String page(String id) {
        return "/kyc/kyc/applications/" + id;
    }

    private String kycApplication(SelfkeyWallet wallet) {
        return json(gatehouse()
                        .send(SelfkeyWallet.request(gatehouse(), "kyc", "/applications")
                                .header("Authorization", "Bearer " + wallet.walletToken(gatehouse(), "kyc"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(APPLICATION))))
                .getString("id");
    }

    private String kycToken(SelfkeyWallet wallet) {
        return json(gatehouse()
                        .send(SelfkeyWallet.request(gatehouse(), "kyc", "/auth/token")
                                .header("Authorization", "Bearer " + wallet.walletToken(gatehouse(), "kyc"))
                                .GET()))
                .getString("jwt");
    }
}

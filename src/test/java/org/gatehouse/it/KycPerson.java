package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import java.net.http.HttpResponse;

/** A person with a SelfKey wallet, who applies with it and signs in with it on our own page. */
final class KycPerson {
    private final GatehouseSystem gatehouse;
    private final SelfkeyWallet key = SelfkeyWallet.create();

    KycPerson(GatehouseSystem gatehouse) {
        this.gatehouse = gatehouse;
    }

    String address() {
        return key.address();
    }

    /** The wallet, of the last version. */
    LwsWallet wallet() {
        return new LwsWallet(LwsVersion.V2_1_3, key);
    }

    /** The wallet at the page of a client that people apply at. */
    KycWallet at(KycDesk desk) {
        return KycWallet.at(wallet(), desk.page());
    }

    /** A browser in which the person just signed in. */
    Browser browser() {
        Browser browser = gatehouse.browser();
        LwsPage page = LwsPage.own(gatehouse);
        browser.openSignIn("");
        enter(browser, page.handIn(page.userToken(key), browser));
        return browser;
    }

    /** A browser with a session that a portal handed over: who sits there is not certain. */
    Browser handedOver() {
        Browser browser = gatehouse.browser();
        LwsPage portal = LwsPage.portal(gatehouse);
        enter(browser, portal.handIn(portal.userToken(key)));
        return browser;
    }

    private static void enter(Browser browser, HttpResponse<String> answer) {
        browser.visit(LwsPage.redirectTo(answer), "Referer", "https://lws.example/");
        if (browser.cookie("gatehouse_session").isEmpty()) throw new AssertionError("the browser is not signed in");
    }

    /** The id of the account. */
    static String account(Browser browser) {
        return json(browser.get("/api/me")).getString("sub");
    }
}

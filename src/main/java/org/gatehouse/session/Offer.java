package org.gatehouse.session;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/** How a person gets from the sign-in page to a wallet: by {@link Links}, or {@link InPage}. */
public sealed interface Offer {
    /**
     * The wallet is opened by an address.
     *
     * @param web opens the wallet in a browser; also the content of the QR code
     * @param desktop opens the wallet's desktop app
     */
    record Links(String web, String desktop) implements Offer {}

    /**
     * The wallet shows itself in the page, by an extension of the browser.
     *
     * @param configuration what the extension is told
     * @param library the script that speaks to the extension; empty for our own
     */
    record InPage(JsonObject configuration, Optional<Library> library) implements Offer {}

    /**
     * A script of someone else.
     *
     * @param url where it is
     * @param integrity what it must be, as HTML's {@code integrity} has it (W3C Subresource Integrity)
     */
    record Library(URI url, String integrity) {
        /** The origin that the script comes from, as a content security policy names it. */
        public String origin() {
            return url.getScheme() + "://" + url.getRawAuthority();
        }
    }
}

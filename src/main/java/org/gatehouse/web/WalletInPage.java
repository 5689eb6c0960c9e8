package org.gatehouse.web;

import java.util.Optional;
import org.gatehouse.session.Offer;

/** A wallet that shows itself in the sign-in page. */
public final class WalletInPage {
    private final String name;
    private final Offer.InPage offer;

    WalletInPage(String name, Offer.InPage offer) {
        this.name = name;
        this.offer = offer;
    }

    /** The name in resource bundles, and of the section in the page. */
    public String getName() {
        return name;
    }

    /** What the wallet's extension is told, as JSON. */
    public String getConfiguration() {
        return offer.configuration().toString();
    }

    /** The address of the script that speaks to the extension; empty for our own. */
    public String getLibrary() {
        return offer.library().map(library -> library.url().toString()).orElse("");
    }

    /** What that script must be. */
    public String getIntegrity() {
        return offer.library().map(Offer.Library::integrity).orElse("");
    }

    /** Where scripts of this page may come from besides us. */
    Optional<String> scripts() {
        return offer.library().map(Offer.Library::origin);
    }
}

package org.gatehouse.web;

import java.net.URI;
import org.gatehouse.http.PublicUrl;
import org.gatehouse.session.Offer;

/** A wallet behind links on the sign-in page: its links, and the QR code of the web link. */
public final class WalletLinks {
    private final String name;
    private final String web;
    private final String desktop;
    private final boolean practice;
    private final QrPicture qr;

    WalletLinks(String name, Offer.Links links, PublicUrl publicUrl) {
        this.name = name;
        web = links.web();
        desktop = links.desktop();
        practice = publicUrl.host().equals(URI.create(web).getHost());
        qr = QrPicture.of(web);
    }

    /** The name in resource bundles. */
    public String getName() {
        return name;
    }

    /** The name of the resource bundles' texts for the web link: a wallet on our own host is the practice wallet. */
    public String getWebName() {
        return practice ? "practice" : name;
    }

    /** Whether the web link leads to the practice wallet. */
    public boolean isPractice() {
        return practice;
    }

    /** The address that opens the wallet in the browser. */
    public String getWeb() {
        return web;
    }

    /** The address that opens the desktop app. */
    public String getDesktop() {
        return desktop;
    }

    /** Width and height of the QR code, in modules. */
    public int getQrSize() {
        return qr.size();
    }

    /** The dark modules of the QR code, as an SVG path. */
    public String getQrPath() {
        return qr.path();
    }
}

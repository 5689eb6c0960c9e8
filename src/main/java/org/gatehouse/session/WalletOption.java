package org.gatehouse.session;

/** A kind of wallet that can prove an attempt. A wallet's room offers a bean of this type; the sign-in page shows its links. */
public interface WalletOption {
    /** The name in paths and resource bundles, such as {@code idena}. */
    String name();

    /** The address that opens the wallet in a browser; also the content of the QR code. */
    String webLink(Attempt attempt);

    /** The address that opens the wallet's desktop app. */
    String desktopLink(Attempt attempt);
}

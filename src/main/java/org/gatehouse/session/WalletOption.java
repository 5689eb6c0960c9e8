package org.gatehouse.session;

import java.util.Optional;

/** A kind of wallet that can prove an attempt. A wallet's room offers a bean of this type; the sign-in page shows its offer. */
public interface WalletOption {
    /** The name in configuration, paths and resource bundles, such as {@code idena}. */
    String name();

    /** The kind of wallet as applications know it, such as {@code idena}: the namespace of its CAIP-2 chains. */
    String kind();

    /**
     * How a person gets from the sign-in page to the wallet.
     *
     * @param client the {@code client_id} of the application whose request waits for the sign-in; empty where none does, and where the browser is signed in
     *     already, so that the wallet only says once more who sits there
     */
    Offer offer(Attempt attempt, Optional<String> client);
}

package org.gatehouse.selfkey;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.wallet.Address;
import org.gatehouse.wallet.Did;
import org.gatehouse.wallet.PublicKey;

/**
 * Who is to sign a challenge.
 *
 * @param did under which DID, also where the wallet named a public key or an address; empty where it named nothing, so that whoever signs is who it is
 */
record Claimant(Optional<Did> did) {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
    /** Behind a DID: the one key that its document has. */
    private static final String KEY = "#keys-1";

    /**
     * Reads what a wallet names itself with: a DID, a public key of 64, 65 or 33 bytes, or an address.
     *
     * @param id the text; nothing if it is empty
     * @throws IllegalArgumentException if it is something else
     */
    static Claimant parse(String id) {
        return new Claimant(id.isEmpty() ? Optional.empty() : Optional.of(named(id)));
    }

    private static Did named(String id) {
        if (id.startsWith("did:")) return Did.parse(id);
        return Did.of(
                ADDRESS.matcher(id).matches()
                        ? Address.parse(id)
                        : PublicKey.parse(id).address());
    }

    /**
     * This claimant, who says now with which key it signs.
     *
     * @param keyId a DID, with or without parameters, and {@code #keys-1}
     * @throws IllegalArgumentException if it is of another form, or another's key
     */
    Claimant withKey(String keyId) {
        if (!keyId.endsWith(KEY)) throw new IllegalArgumentException("A key id is a DID and " + KEY);
        Did owner = Did.parse(keyId.substring(0, keyId.length() - KEY.length()));
        if (did.isPresent() && !did.get().equals(owner)) throw new IllegalArgumentException("The key is another's");
        return new Claimant(Optional.of(owner));
    }
}

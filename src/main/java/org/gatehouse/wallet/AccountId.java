package org.gatehouse.wallet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account on a chain, as CAIP-10 names it: {@code namespace:reference:address}. The same key has an account on each
 * chain, and they are different people to us.
 *
 * <p>CAIP-10 leaves the form of the address to the namespace. Ours is always an {@link Address}; an account of a chain
 * with other addresses is refused.
 *
 * @param chain the chain's id of CAIP-2, {@code namespace:reference}, such as {@code idena:mainnet}
 * @param address the address on that chain
 */
public record AccountId(String chain, Address address) {
    private static final Pattern CHAIN = Pattern.compile("[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}");

    /**
     * Checks the chain.
     *
     * @throws IllegalArgumentException if the chain is not an id of CAIP-2
     */
    public AccountId {
        if (!CHAIN.matcher(chain).matches()) {
            throw new IllegalArgumentException("A chain is namespace:reference, as CAIP-2 says");
        }
    }

    /** The kind of wallet: the namespace of CAIP-2, such as {@code idena}. */
    public String kind() {
        return chain.substring(0, chain.indexOf(':'));
    }

    /** The account of this address on Idena. */
    public static AccountId idena(Address address) {
        return new AccountId("idena:mainnet", address);
    }

    /** The account of this address on Ethereum's main network. */
    public static AccountId ethereum(Address address) {
        return new AccountId("eip155:1", address);
    }

    /**
     * Reads {@code namespace:reference:address}; the case of the address says nothing.
     *
     * @throws IllegalArgumentException if the text is absent or of another form; the message does not repeat the text
     */
    public static AccountId parse(@Nullable String text) {
        int colon = text == null ? -1 : text.lastIndexOf(':');
        if (text == null || colon < 0) {
            throw new IllegalArgumentException("An account id is namespace:reference:address, as CAIP-10 says");
        }
        return new AccountId(text.substring(0, colon), Address.parse(text.substring(colon + 1)));
    }

    /** The canonical form: {@code namespace:reference:} and the address with the checksum of EIP-55. */
    @Override
    public String toString() {
        return chain + ":" + address;
    }
}

package org.gatehouse.wallet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decentralized identifier (W3C DID Core 1.0) of one of the two methods by which SelfKey's wallets name themselves.
 *
 * <p>Two are equal where they name the same subject: the case of the digits and matrix parameters such as {@code ;selfkey:chain=ropsten} play no part in
 * who it is, and are not kept.
 *
 * @param method the method
 * @param id {@code 0x} and lower-case hexadecimal digits, as many as the method has
 */
public record Did(Method method, String id) {
    private static final int LONGEST = 500;
    private static final Pattern FORMAT = Pattern.compile("did:(eth|selfkey):(0x[0-9a-fA-F]+)(?:;\\w+:\\w+=\\w+)*");

    /** How such an identifier comes about. */
    public enum Method {
        /** The address of a key on Ethereum: {@code did:eth:0x} and 40 digits. */
        ETH(40),
        /** An entry of SelfKey's DIDLedger contract, which names the address that controls it: {@code did:selfkey:0x} and 64 digits. */
        SELFKEY(64);

        private final int digits;

        Method(int digits) {
            this.digits = digits;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it is not one of the method
     */
    public Did {
        if (!id.matches("0x[0-9a-f]{" + method.digits + "}"))
            throw new IllegalArgumentException("A DID is 0x and 40 (eth) or 64 (selfkey) hexadecimal digits");
        if (method == Method.ETH) Address.parse(id);
    }

    /** The identifier of the key with this address. */
    public static Did of(Address address) {
        return new Did(Method.ETH, address.lowerCase());
    }

    /**
     * Reads an identifier, with or without parameters.
     *
     * @throws IllegalArgumentException if the text is absent, of another form or method, or longer than {@value #LONGEST} characters; the message does not
     *     repeat the text
     */
    public static Did parse(@Nullable String text) {
        // A long text would need a deep stack: each parameter is one more turn of the expression's group.
        Matcher parts = FORMAT.matcher(text == null || text.length() > LONGEST ? "" : text);
        if (!parts.matches()) throw new IllegalArgumentException("A DID is did:eth:0x... or did:selfkey:0x...");
        Method method = Method.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        return new Did(method, parts.group(2).toLowerCase(Locale.ROOT));
    }

    /** The address whose key this is; empty where a contract has to be asked. */
    public Optional<Address> address() {
        return method == Method.ETH ? Optional.of(Address.parse(id)) : Optional.empty();
    }

    /** The canonical form: lower case, without parameters. */
    @Override
    public String toString() {
        return "did:" + method.text() + ":" + id;
    }
}

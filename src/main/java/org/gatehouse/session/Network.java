package org.gatehouse.session;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a browser is, as far as its person recognises it: the first 24 bits of an IPv4 address, or the first 48 of an IPv6 address. What would tell one
 * household from another is never kept.
 */
final class Network {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int IPV6_BYTES = 6;

    private Network() {}

    /**
     * The network of an address, such as {@code 192.0.2.0/24} or {@code 2001:db8:1::/48}.
     *
     * @param address an IP address, perhaps with a zone; no name is ever looked up
     * @return empty where it is none
     */
    static Optional<String> of(String address) {
        String literal = address.replaceFirst("%.*$", "");
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) return Optional.empty();
        try {
            InetAddress parsed = InetAddress.getByName(literal);
            return Optional.of(parsed instanceof Inet4Address ? ipv4(parsed.getAddress()) : ipv6(parsed.getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String ipv4(byte[] address) {
        return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + ".0/24";
    }

    /** In the form of RFC 5952, but for zeros at the begin, which no network of the Internet has. */
    private static String ipv6(byte[] address) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < IPV6_BYTES; i += 2) {
            int group = HexFormat.fromHexDigits(HexFormat.of().formatHex(address, i, i + 2));
            text.append(Integer.toHexString(group)).append(':');
        }
        return text.toString().replaceFirst("(?:(?<=^|:)0:)+$", "").replaceFirst("^$", ":") + ":/48";
    }
}

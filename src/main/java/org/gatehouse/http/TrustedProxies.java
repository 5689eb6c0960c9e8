package org.gatehouse.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * The proxies that are believed when they say for whom they ask.
 *
 * @param networks where they are
 */
record TrustedProxies(List<Network> networks) implements Settings {
    static final String KEY = "gatehouse.trusted-proxies";

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|[;,\\s])for=(\"[^\"]*\"|[^;,\\s]*)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)](?::\\d{1,5})?");
    private static final Pattern V4_AND_PORT = Pattern.compile("([0-9.]+)(?::\\d{1,5})?");

    TrustedProxies {
        networks = List.copyOf(networks);
    }

    static TrustedProxies read(Keys keys) {
        List<Network> networks = new ArrayList<>();
        for (String text : keys.optional(KEY).orElse("").split(",", -1)) {
            if (text.isBlank()) continue;
            networks.add(Network.parse(text.strip())
                    .orElseThrow(
                            () -> new WrongSetting(KEY, "must be addresses or networks like 10.0.0.0/8, with commas")));
        }
        return new TrustedProxies(networks);
    }

    /**
     * The address of whoever asks: the peer, or where that is a trusted proxy the last address before it that is none, in {@code X-Forwarded-For} or else {@code
     * Forwarded} (RFC 7239). What stands before that anyone may have written.
     */
    String client(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        Optional<InetAddress> address = Network.address(peer);
        if (networks.isEmpty() || address.isEmpty() || !trusts(address.get())) return form(peer);
        InetAddress last = address.get();
        for (String hop : hopsBackwards(request)) {
            Optional<InetAddress> before = read(hop);
            // An unknown or hidden one: nobody says for it who was before.
            if (before.isEmpty()) break;
            last = before.get();
            if (!trusts(last)) break;
        }
        return last.getHostAddress();
    }

    private static String form(String peer) {
        return Network.address(peer).map(InetAddress::getHostAddress).orElse(peer);
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.has(address));
    }

    private static List<String> hopsBackwards(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders("X-Forwarded-For")))
            hops.addAll(List.of(line.split(",", -1)));
        if (hops.isEmpty()) {
            for (String line : Collections.list(request.getHeaders("Forwarded"))) {
                Matcher found = FOR.matcher(line);
                while (found.find()) hops.add(found.group(1).replace("\"", ""));
            }
        }
        Collections.reverse(hops);
        return hops;
    }

    private static Optional<InetAddress> read(String hop) {
        String text = hop.strip();
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) return Network.address(brackets.group(1));
        Matcher plain = V4_AND_PORT.matcher(text);
        return Network.address(plain.matches() ? plain.group(1) : text);
    }
}

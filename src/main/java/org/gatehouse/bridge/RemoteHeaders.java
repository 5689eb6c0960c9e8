package org.gatehouse.bridge;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatehouse.account.Person;

/** Who is there, as headers for a proxy to pass on. Each is always among them: some proxies let the browser's own through where there is none. */
final class RemoteHeaders {
    private RemoteHeaders() {}

    /** The headers of this person with these groups, by name. */
    static Map<String, String> of(Person person, Collection<String> groups) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Remote-User", person.wallet().address().toString());
        headers.put("Remote-Account", person.account());
        headers.put("Remote-Wallet", person.wallet().toString());
        headers.put(
                "Remote-Groups",
                new TreeSet<>(groups).stream().map(RemoteHeaders::escaped).collect(Collectors.joining(",")));
        return headers;
    }

    /** Groups are named by administrators: what would end a header, or the name in the list, stands there as {@code %} and its bytes in hexadecimal. */
    private static String escaped(String group) {
        StringBuilder text = new StringBuilder();
        for (byte unit : group.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = unit > ' ' && unit <= '~' && unit != ',' && unit != '%';
            if (plain) text.append((char) unit);
            else text.append(String.format("%%%02X", unit));
        }
        return text.toString();
    }
}

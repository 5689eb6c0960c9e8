package org.gatehouse.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.client.Client;
import org.gatehouse.client.SelfkeyProfile;
import org.jspecify.annotations.Nullable;

/** From which site a browser says that it comes. A page can keep it from saying so, but cannot have it say another. */
final class Referer {
    private static final Pattern ORIGIN = Pattern.compile("(https?://[^/?#]+)([/?#].*)?");

    private Referer() {}

    /** Whether the header names a page of an application's origins with the SelfKey button. */
    static boolean isOf(Client client, @Nullable String header) {
        Optional<SelfkeyProfile> profile = client.selfkey();
        if (header == null || profile.isEmpty()) return false;
        Matcher matcher = ORIGIN.matcher(header);
        return matcher.matches() && profile.get().origins().contains(matcher.group(1));
    }
}

package org.gatehouse.endpoint;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gatehouse.http.PublicUrl;
import org.jspecify.annotations.Nullable;

/**
 * From which pages a root endpoint may be called. A wallet sends the origin of the page that asked it, or {@code IDW} where none did. That proves nothing, as
 * anyone can send it; but a wallet that a foreign page asked says so, and that page cannot hand on a challenge of ours.
 */
@Dependent
public class Origins {
    private static final Logger LOG = System.getLogger(Origins.class.getName());
    private static final String NO_PAGE = "IDW";
    private static final int LONGEST_LOGGED = 200;

    private final PublicUrl publicUrl;

    @Inject
    Origins(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The page that a wallet names; empty where it names none. */
    public static Optional<String> page(@Nullable String origin) {
        return Optional.ofNullable(origin).filter(text -> !text.equals(NO_PAGE));
    }

    /** What a request sends as its {@code Origin}, null if nothing; of several headers, which no browser sends, a text that is no origin. */
    public static @Nullable String sent(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Origin")).stream()
                .reduce((one, other) -> one + ", " + other)
                .orElse(null);
    }

    /** Whether this is the origin of a page of ours, or of the client's. The log has any other: mostly it is one that an entry lacks. */
    public boolean admitsPage(RootEndpoint root, String origin) {
        if (origin.equals(publicUrl.origin()) || root.profile().origins().contains(origin)) return true;
        LOG.log(
                Level.INFO,
                "client {0}: not one of its origins: {1}",
                root.client().id(),
                printable(origin));
        return false;
    }

    /** Anyone can send anything. */
    public static String printable(String origin) {
        String start = origin.substring(0, Math.min(origin.length(), LONGEST_LOGGED));
        return start.replaceAll("[^\\x20-\\x7E]", "?");
    }

    /** Whether a wallet that sends these {@code Origin} headers may call; it may send none. */
    public boolean admitsWallet(RootEndpoint root, List<String> origins) {
        return origins.stream().allMatch(origin -> origin.equals(NO_PAGE) || admitsPage(root, origin));
    }
}

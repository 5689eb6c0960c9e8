package org.gatehouse.selfkey;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.http.PublicUrl;
import org.jspecify.annotations.Nullable;

/** Which pages a root endpoint is for, by the {@code Origin} of its calls (RFC 6454 section 7). */
@Dependent
class Origins {
    /** What a wallet says that no page has asked. */
    private static final String WALLET = "IDW";

    private final PublicUrl publicUrl;

    @Inject
    Origins(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The page that a call names; empty where it names none. */
    static Optional<String> page(@Nullable String origin) {
        return Optional.ofNullable(origin).filter(text -> !text.equals(WALLET));
    }

    /** Whether a call comes from a page that this root endpoint is not for. A wallet that names no page may call. */
    boolean foreign(RootEndpoint root, @Nullable String origin) {
        return page(origin).filter(page -> !knows(root, page)).isPresent();
    }

    /** Whether this is the origin of a page with the button: of the client, or our own. */
    boolean knows(RootEndpoint root, String origin) {
        return own(origin) || root.profile().origins().contains(origin);
    }

    /** Whether this is our own origin. */
    boolean own(String origin) {
        return publicUrl.origin().equals(origin);
    }
}

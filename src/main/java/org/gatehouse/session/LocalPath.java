package org.gatehouse.session;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of ours to go on to after the sign-in, below the public URL. Never another site's: that would be an open redirect.
 *
 * @param text begins with one slash; 2,000 characters at most, of those that a URL may have; no segment of its path is {@code .} or {@code ..}
 */
public record LocalPath(String text) {
    // Dot segments would lead out of the public URL's path; browsers read %2e as a dot, and some servers %2f and %5c as
    // slashes.
    private static final String UP_OR_OUT = "[^?]*(?:/(?:\\.|%2[eE]){1,2}(?:[/;?]|$)|%2[fF]|%5[cC])";

    // Before HOME, whose constructor needs it.
    private static final Pattern FORM =
            Pattern.compile("(?!" + UP_OR_OUT + ")/(?!/)[A-Za-z0-9/?&=%:@!$'()*+,;._~-]{0,1999}");

    /** The home page. */
    public static final LocalPath HOME = new LocalPath("/");

    public LocalPath {
        if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not a local path");
    }

    /** The path of this text; empty where it is anything else. */
    public static Optional<LocalPath> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LocalPath(text)) : Optional.empty();
    }
}

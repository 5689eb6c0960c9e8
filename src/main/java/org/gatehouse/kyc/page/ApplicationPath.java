package org.gatehouse.kyc.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page's address names.
 *
 * @param client the client
 * @param application the application's id; empty for the list of all that the person has there
 * @param file a file of it; empty for the application itself
 */
record ApplicationPath(String client, Optional<String> application, Optional<String> file) {
    private static final Pattern FORM =
            Pattern.compile("/([^/;]+)(?:/applications/([0-9a-f]{32})(?:/files/([0-9a-f]{32}))?)?/?");

    /**
     * Reads a path.
     *
     * @param text what follows {@code /kyc}
     */
    static Optional<ApplicationPath> parse(String text) {
        Matcher path = FORM.matcher(text);
        return path.matches()
                ? Optional.of(new ApplicationPath(
                        path.group(1), Optional.ofNullable(path.group(2)), Optional.ofNullable(path.group(3))))
                : Optional.empty();
    }

    /** The path of an application's page below the public URL. */
    static String page(String client, String application) {
        return list(client) + "/applications/" + application;
    }

    /** The path of the list below the public URL. */
    static String list(String client) {
        return "/kyc/" + client;
    }

    /** The path of the page below the public URL; of a file, that of its application. */
    String page() {
        return application.map(id -> page(client, id)).orElseGet(() -> list(client));
    }
}

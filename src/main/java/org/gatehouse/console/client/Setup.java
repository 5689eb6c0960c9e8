package org.gatehouse.console.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of server, and the files that it is set up with, of the folder {@code setup}. {@code docs/portals.md} and {@code docs/downstream.md} show the same
 * files; a test compares them. What differs from client to client stands in double braces.
 */
public enum Setup {
    PAYARA("PortalLogin.java", "PortalSettings.java", "web.xml", "PortalSignOut.java"),
    WILDFLY("oidc.json", "web.xml", "ElytronSignOut.java"),
    JWT("microprofile-config.properties", "PortalApplication.java", "web.xml"),
    SPRING("application.yml", "Portal.java", "resource-server.yml"),
    OIDC,
    NGINX("portal.conf"),
    APACHE("portal.conf"),
    TRAEFIK("portal.yml"),
    SELFKEY("login.html");

    // A list that cannot be changed, of which its type does not tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> files;

    Setup(String... files) {
        this.files = List.of(files);
    }

    /** The set-up of this name, as it stands in addresses. */
    static Optional<Setup> of(String name) {
        return Arrays.stream(values()).filter(one -> one.getName().equals(name)).findFirst();
    }

    /** As it stands in addresses. */
    public String getName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A file to copy.
     *
     * @param name where it goes
     * @param text what stands in it
     */
    public record Snippet(String name, String text) {}

    /** The files, with these values for what stands in double braces. */
    List<Snippet> filled(Map<String, String> values) {
        return files.stream()
                .map(file -> new Snippet(file, fill(text(file), values)))
                .toList();
    }

    private String text(String file) {
        String name = "setup/" + getName() + "-" + file;
        try (InputStream in = Setup.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("there is no " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return filled;
    }
}

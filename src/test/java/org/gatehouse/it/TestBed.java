package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares one run on one server before Arquillian starts it: free ports, a PostgreSQL where the run wants one, the configuration that
 * the server gets as system properties, and the applications beside ours. What it finds out stands in system properties
 * {@code it.*}, which {@code arquillian.xml} reads. It does nothing unless {@code it.server} names a server.
 */
public final class TestBed implements LauncherSessionListener {
    /** The master key of every server under test. */
    static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final Path DEMO = Path.of("target", "gatehouse-demo.war");
    private static final Path INTRANET = Path.of("target", "intranet.war");
    private static final Path SHOP = Path.of("target", "shop.war");
    private static final int HTTP = 8080;
    private static final int HTTPS = 8443;
    private static final int MANAGEMENT = 9990;
    private static final int WIKI = 8085;
    private static final int FORUM = 8086;
    private static final int LWS_PORTAL = 8087;

    /** Which server this run is on: {@code payara-micro} or {@code wildfly}; null outside of such a run. */
    static @Nullable String server() {
        return System.getProperty("it.server");
    }

    /** The file name under which our WAR is deployed: at the root on Payara Micro and below a path on WildFly, so that both are tested. */
    static String warName() {
        return "wildfly".equals(server()) ? "gatehouse.war" : "ROOT.war";
    }

    /** The public URL of the Gatehouse under test. */
    static String url() {
        return System.getProperty("it.url", "");
    }

    /** The URL of the demo application beside it. */
    static String demoUrl() {
        return System.getProperty("it.demo-url", "");
    }

    /** The URL of the portal beside it that is a client by itself. */
    static String intranetUrl() {
        return System.getProperty("it.intranet-url", "");
    }

    /** The URL of the user system of a relying party beside it, in an origin of its own. */
    static String shopUrl() {
        return System.getProperty("it.shop-url", "");
    }

    /** The URL of a portal of another origin: {@code wiki} and {@code forum} behind nginx, and {@code lws-portal}; the name is its client id as well. */
    static String portalUrl(String portal) {
        return System.getProperty("it." + portal + "-url", "");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (server() == null) return;
        try {
            int offset = Ports.freeOffset(2_100, HTTP, HTTPS, MANAGEMENT, WIKI, FORUM, LWS_PORTAL);
            String url = "http://localhost:" + (HTTP + offset);
            publish("it.http-port", HTTP + offset);
            publish("it.offset", offset);
            publish("it.management-port", MANAGEMENT + offset);
            publish("it.url", "wildfly".equals(server()) ? url + "/gatehouse" : url);
            publish("it.demo-url", url + "/demo");
            publish("it.intranet-url", url + "/intranet");
            publish("it.shop-url", "http://127.0.0.1:" + (HTTP + offset) + "/shop");
            publish("it.intranet", Portal.here().client());
            publish("it.shop", RelyingParty.client());
            publish("it.openid-client-key", OpenIdClient.KEY.toPublicJWK().toJSONString());
            publish("it.wiki-url", "http://localhost:" + (WIKI + offset));
            publish("it.forum-url", "http://localhost:" + (FORUM + offset));
            publish("it.lws-portal-url", "http://localhost:" + (LWS_PORTAL + offset));
            publish("it.options", options());
            Portal.here().writeTo(INTRANET.toFile());
            RelyingParty.writeTo(SHOP.toFile());
            if ("wildfly".equals(server())) {
                letLargeBodiesThrough();
                deployOthersOnWildFly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Proxy.stop();
        try {
            Database.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String options() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("gatehouse.public-url", url());
        settings.put("gatehouse.master-key", MASTER_KEY);
        settings.put("gatehouse.practice-wallet", "true");
        settings.put("gatehouse.idena.web-app", url() + "/practice-wallet");
        settings.put("gatehouse.idena.source", "node");
        settings.put("gatehouse.idena.node-url", Idena.url());
        settings.put("gatehouse.selfkey.ethereum-rpc", Ethereum.url());
        settings.put("gatehouse.clients-file", clients().toString());
        settings.put(
                "gatehouse.kyc.templates",
                Path.of("src/test/resources/templates").toAbsolutePath().toString());
        settings.put(
                "gatehouse.branding.directory",
                Path.of("src/test/resources/branding").toAbsolutePath().toString());
        settings.put("portal.gatehouse", url());
        settings.put("portal.secret", Portal.here().secret());
        settings.put("gatehouse.admin-wallets", FakeWallet.administrator().address());
        if (Database.isPostgresql()) {
            Database.start();
            settings.put("gatehouse.db.url", Database.url());
            settings.put("gatehouse.db.user", "postgres");
            settings.put("gatehouse.file.store", "database");
        } else {
            Path directory = Files.createDirectories(Path.of("target", "it-files"));
            settings.put("gatehouse.file.directory", directory.toAbsolutePath().toString());
        }
        return settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The clients file, with what was published in place of <code>${it.…}</code>. */
    private static Path clients() throws IOException {
        String given = Files.readString(Path.of("src/test/resources/clients.json"));
        String filled = Pattern.compile("\\$\\{([^}]+)}")
                .matcher(given)
                .replaceAll(place -> Matcher.quoteReplacement(System.getProperty(place.group(1))));
        return Files.writeString(Path.of("target", "it-clients.json"), filled).toAbsolutePath();
    }

    /** Arquillian deploys one archive on Payara Micro, so the other applications are the server's own affair on both. */
    private static void deployOthersOnWildFly() throws IOException {
        Path deployments = Path.of(System.getProperty("it.wildfly-home", ""), "standalone", "deployments");
        Files.copy(DEMO, deployments.resolve("demo.war"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(INTRANET, deployments.resolve("intranet.war"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(SHOP, deployments.resolve("shop.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** As docs/operations.md has it. */
    private static void letLargeBodiesThrough() throws IOException {
        Path file = Path.of(System.getProperty("it.wildfly-home", ""), "standalone", "configuration", "standalone.xml");
        String plain = "<http-listener name=\"default\" socket-binding";
        String large = "<http-listener name=\"default\" max-post-size=\"300000000\" socket-binding";
        String found = Files.readString(file);
        // The server writes the file anew, in its own order, so that a second run finds it there.
        if (!found.contains("max-post-size")) Files.writeString(file, found.replace(plain, large));
    }

    private static void publish(String key, Object value) {
        System.setProperty(key, value.toString());
    }
}

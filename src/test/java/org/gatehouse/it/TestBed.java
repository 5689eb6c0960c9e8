package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
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
    private static final Path PORTAL = Path.of("target", "portal.war");
    private static final int HTTP = 8080;
    private static final int HTTPS = 8443;
    private static final int MANAGEMENT = 9990;

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

    /** The URL of the portal beside it. */
    static String portalUrl() {
        return System.getProperty("it.portal-url", "");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (server() == null) return;
        try {
            int offset = Ports.freeOffset(2_100, HTTP, HTTPS, MANAGEMENT);
            String url = "http://localhost:" + (HTTP + offset);
            publish("it.http-port", HTTP + offset);
            publish("it.offset", offset);
            publish("it.management-port", MANAGEMENT + offset);
            publish("it.url", "wildfly".equals(server()) ? url + "/gatehouse" : url);
            publish("it.demo-url", url + "/demo");
            publish("it.portal-url", url + "/portal");
            publish("it.options", options());
            Portal.here().writeTo(PORTAL.toFile());
            if ("wildfly".equals(server())) deployOthersOnWildFly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
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
        settings.put("gatehouse.clients-file", clientsFile().toString());
        settings.put("portal.gatehouse", url());
        settings.put("portal.secret", Portal.here().secret());
        if (Database.isPostgresql()) {
            Database.start();
            settings.put("gatehouse.db.url", Database.url());
            settings.put("gatehouse.db.user", "postgres");
        }
        return settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The clients of the tests, with the addresses and keys of this run. */
    private static Path clientsFile() throws IOException {
        String clients = Files.readString(Path.of("src", "test", "resources", "clients.json"))
                .replace("${demo-url}", demoUrl())
                .replace("${public-key}", OpenIdClient.KEY.toPublicJWK().toJSONString())
                .replace("${portal}", Portal.here().client().toString());
        return Files.writeString(Path.of("target", "it-clients.json"), clients).toAbsolutePath();
    }

    /** Arquillian deploys one archive on Payara Micro, so the other applications are the server's own affair on both. */
    private static void deployOthersOnWildFly() throws IOException {
        Path deployments = Path.of(System.getProperty("it.wildfly-home", ""), "standalone", "deployments");
        Files.copy(DEMO, deployments.resolve("demo.war"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(PORTAL, deployments.resolve("portal.war"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void publish(String key, Object value) {
        System.setProperty(key, value.toString());
    }
}

package org.gatehouse.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.gatehouse.Fake;
import org.junit.jupiter.api.Test;

class EffectiveConfigurationTest {
    private static final Pattern LOOKS_SECRET = Pattern.compile("password|secret|key|token");
    private static final Set<String> SECRET = Set.of(
            "gatehouse.db.password",
            "gatehouse.master-key",
            "gatehouse.master-key-file",
            "gatehouse.master-key-next",
            "gatehouse.master-key-next-file",
            "gatehouse.master-key-before",
            "gatehouse.master-key-before-file",
            "gatehouse.idena.node-key");
    /** They look like secrets and are none. */
    private static final Set<String> HARMLESS = Set.of(
            "gatehouse.idena.nonces-per-token",
            "gatehouse.idena.client-tokens",
            "gatehouse.idena.client-token-lifetime",
            "gatehouse.selfkey.lws-library",
            "gatehouse.selfkey.lws-library-integrity",
            "gatehouse.selfkey.challenge-lifetime",
            "gatehouse.selfkey.wallet-token-lifetime",
            "gatehouse.selfkey.ethereum-rpc",
            "gatehouse.selfkey.did-ledger",
            "gatehouse.selfkey.ethereum-timeout",
            "gatehouse.token.access-lifetime",
            "gatehouse.token.id-lifetime",
            "gatehouse.token.refresh-lifetime",
            "gatehouse.token.refresh-idle",
            "gatehouse.token.key-lifetime",
            "gatehouse.token.key-lead");

    private final Map<String, String> set = new HashMap<>();

    @Test
    void everyKeyIsShownOrIsASecret() {
        for (DeliveredKeys.Delivered delivered : DeliveredKeys.read()) {
            String key = delivered.key();
            assertEquals(
                    !SECRET.contains(key), Showable.shows(key), key + ": say in Showable whether people may see it");
            if (Showable.shows(key) && LOOKS_SECRET.matcher(key).find())
                assertTrue(HARMLESS.contains(key), key + " looks like a secret");
            assertFalse(delivered.help().isEmpty(), key + " has a comment");
        }
    }

    @Test
    void ofASecretNothingIsShownButThatItIsSet() {
        for (String key : SECRET) {
            set.put(key, "hush");
            assertEquals(
                    new EffectiveSetting(key, help(key), true, Optional.empty(), Optional.of("environment")),
                    setting(key));
        }
        set.put("gatehouse.db.password", "");
        assertFalse(setting("gatehouse.db.password").set());
    }

    @Test
    void addressesLoseUserAndPassword() {
        set.put("gatehouse.db.url", "jdbc:postgresql://me:hush@db:5432/gatehouse?ssl=true&sslpassword=hush&x=1");
        assertEquals(
                Optional.of("jdbc:postgresql://db:5432/gatehouse?ssl=true&sslpassword=…&x=1"),
                setting("gatehouse.db.url").shown());
        set.put("gatehouse.db.url", "jdbc:h2:file:/data/gatehouse;PASSWORD=hush;AUTO_SERVER=TRUE");
        assertEquals(
                Optional.of("jdbc:h2:file:/data/gatehouse;PASSWORD=…;AUTO_SERVER=TRUE"),
                setting("gatehouse.db.url").shown());
        set.put("gatehouse.idena.node-url", "https://me:hush@node.example:9009/rpc");
        assertEquals(
                Optional.of("https://node.example:9009/rpc"),
                setting("gatehouse.idena.node-url").shown());
        set.put("gatehouse.selfkey.ethereum-rpc", "https://main.example/v3/hush");
        assertEquals(
                Optional.of("https://main.example/…"),
                setting("gatehouse.selfkey.ethereum-rpc").shown());
    }

    @Test
    void aDefaultHasNoSource() {
        assertEquals(Optional.empty(), setting("gatehouse.session.idle").source());
        set.put("gatehouse.session.idle", "PT2H");
        assertEquals(
                Optional.of("environment"), setting("gatehouse.session.idle").source());
        assertEquals(Optional.of("PT2H"), setting("gatehouse.session.idle").shown());
    }

    private static String help(String key) {
        return DeliveredKeys.read().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow()
                .help();
    }

    private EffectiveSetting setting(String key) {
        Map<String, String> delivered = new HashMap<>();
        DeliveredKeys.read().forEach(one -> delivered.put(one.key(), one.value()));
        Config config =
                Fake.of(Config.class, Map.of("getConfigValue", arguments -> value((String) arguments[0], delivered)));
        List<EffectiveSetting> all = new EffectiveConfiguration(config).settings();
        return all.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private ConfigValue value(String key, Map<String, String> delivered) {
        String source = set.containsKey(key) ? "environment" : "a file " + DeliveredKeys.FILE;
        String value = set.getOrDefault(key, delivered.getOrDefault(key, ""));
        return Fake.of(ConfigValue.class, Map.of("getValue", none -> value, "getSourceName", none -> source));
    }
}

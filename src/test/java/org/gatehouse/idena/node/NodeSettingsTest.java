package org.gatehouse.idena.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.gatehouse.config.Keys;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSettingsTest {
    private final Properties properties = defaults();

    @Test
    void out_of_the_box_the_public_api_is_asked_for_three_seconds_at_most_and_believed_for_ten_minutes() {
        NodeSettings settings = read();

        assertEquals(NodeSettings.Source.API, settings.source());
        assertEquals(URI.create("https://api.idena.io/api"), settings.apiUrl());
        assertEquals(URI.create("http://localhost:9009"), settings.nodeUrl());
        assertEquals(Optional.empty(), settings.nodeKey());
        assertEquals(Duration.ofSeconds(3), settings.timeout());
        assertEquals(Duration.ofMinutes(10), settings.stateCache());
    }

    @Test
    void the_address_of_the_api_may_end_with_a_slash() {
        properties.setProperty("gatehouse.idena.api-url", "https://indexer.example/api/");

        assertEquals(URI.create("https://indexer.example/api"), read().apiUrl());
    }

    @ParameterizedTest
    @CsvSource({"node, NODE", "api, API", "none, NONE"})
    void each_source_has_its_word(String word, NodeSettings.Source source) {
        properties.setProperty("gatehouse.idena.source", word);

        assertEquals(source, read().source());
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.idena.source, blockchain",
        "gatehouse.idena.source, Node",
        "gatehouse.idena.node-url, localhost:9009",
        "gatehouse.idena.api-url, ftp://api.idena.io/api",
        "gatehouse.idena.timeout, PT0.099S",
        "gatehouse.idena.timeout, PT30.1S",
        "gatehouse.idena.timeout, 3",
        "gatehouse.idena.state-cache, PT1H0.001S",
        "gatehouse.idena.state-cache, PT-1S",
    })
    void a_wrong_value_is_refused_in_a_sentence_that_names_the_key(String key, String value) {
        properties.setProperty(key, value);

        String sentence =
                String.valueOf(assertThrows(WrongSetting.class, this::read).getMessage());
        assertTrue(sentence.startsWith(key + ": must be "), sentence);
    }

    @Test
    void the_settings_do_not_show_the_key_of_the_node() {
        properties.setProperty("gatehouse.idena.node-key", "s3cret");

        assertEquals(Optional.of("s3cret"), read().nodeKey());
        assertFalse(read().toString().contains("s3cret"));
    }

    private NodeSettings read() {
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(properties.getProperty((String) arguments[0])));
        return NodeSettings.read(new Keys(config));
    }

    private static Properties defaults() {
        Properties properties = new Properties();
        try (InputStream file = NodeSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

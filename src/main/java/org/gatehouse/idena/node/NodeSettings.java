package org.gatehouse.idena.node;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.config.Keys;
import org.gatehouse.config.Settings;
import org.gatehouse.config.WrongSetting;

/**
 * Whom to ask about Idena, and how patiently.
 *
 * @param source who is asked
 * @param nodeUrl the RPC of a node
 * @param nodeKey the API key of that node, if it wants one
 * @param apiUrl the public API or an indexer of one's own, without a slash at its end
 * @param timeout the longest wait of a caller, for connections, retries and whole answers together
 * @param stateCache the longest time that a known state is kept
 */
record NodeSettings(
        Source source, URI nodeUrl, Optional<String> nodeKey, URI apiUrl, Duration timeout, Duration stateCache)
        implements Settings {
    static final String SOURCE = "gatehouse.idena.source";
    static final String NODE_KEY = "gatehouse.idena.node-key";

    enum Source {
        NODE,
        API,
        NONE
    }

    static NodeSettings read(Keys keys) {
        return new NodeSettings(
                source(keys.text(SOURCE)),
                keys.url("gatehouse.idena.node-url"),
                keys.optional(NODE_KEY),
                withoutSlash(keys.url("gatehouse.idena.api-url")),
                keys.duration("gatehouse.idena.timeout", Duration.ofMillis(100), Duration.ofSeconds(30)),
                keys.duration("gatehouse.idena.state-cache", Duration.ZERO, Duration.ofHours(1)));
    }

    private static Source source(String text) {
        return switch (text) {
            case "node" -> Source.NODE;
            case "api" -> Source.API;
            case "none" -> Source.NONE;
            default -> throw new WrongSetting(SOURCE, "must be node, api or none");
        };
    }

    private static URI withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "idena from " + source;
    }
}

package org.gatehouse.config;

import java.util.Optional;

/**
 * A key of the configuration as it holds on this node.
 *
 * @param key the key
 * @param help what the delivered file says of it
 * @param set whether it has a value
 * @param shown the value, where it may be seen by people; without user and password
 * @param source where the value comes from; empty where it is the default
 */
public record EffectiveSetting(String key, String help, boolean set, Optional<String> shown, Optional<String> source) {}

package org.gatehouse.oidc;

import java.util.Optional;

/**
 * Something that an application learns of what a person shares with it.
 *
 * @param name its name in consents, such as {@code email=email}; without a space
 * @param attribute the name of its type, such as {@code email}
 * @param title what the application calls it; empty where it goes by the type's name
 * @param value the value, shortened; empty where nothing is shared
 */
public record ToldAttribute(String name, String attribute, Optional<String> title, Optional<String> value) {}

package org.gatehouse.attribute;

import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * An attribute as it was sent.
 *
 * @param id what its sender calls it
 * @param schemaId the id of its schema, such as {@code http://platform.selfkey.org/schema/attribute/email.json}
 * @param data its value
 */
public record SentAttribute(Optional<String> id, Optional<String> schemaId, JsonValue data) {}

package org.gatehouse.kyc.review;

import java.util.Optional;

/**
 * An attribute that a reviewer asks for.
 *
 * @param schema the name of its type, or the id of its schema
 * @param label what people read; that of its type if empty
 * @param description more of it
 * @param required whether the application waits for it
 */
public record WantedAttribute(String schema, Optional<String> label, Optional<String> description, boolean required) {}

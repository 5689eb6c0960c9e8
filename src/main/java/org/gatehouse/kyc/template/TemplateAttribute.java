package org.gatehouse.kyc.template;

import java.util.Optional;
import org.gatehouse.attribute.Requirement;

/**
 * An attribute that applications contain.
 *
 * @param requirement which
 * @param description what people read about it beside its title
 */
public record TemplateAttribute(Requirement requirement, Optional<String> description) {}

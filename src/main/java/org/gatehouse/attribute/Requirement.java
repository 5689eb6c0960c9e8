package org.gatehouse.attribute;

import java.util.Optional;

/**
 * One attribute that a client asks for.
 *
 * @param id its name in what the wallet sends, such as {@code email}; unique among the client's requirements
 * @param attribute the name of the attribute's type, such as {@code email} of {@code http://platform.selfkey.org/schema/attribute/email.json}
 * @param title what people read in the wallet; empty for the type's own title
 * @param required whether nobody can sign up without it
 */
public record Requirement(String id, String attribute, Optional<String> title, boolean required) {
    /** What the wallet calls it: its title, or that of its type. */
    public String called() {
        return title.orElseGet(() -> Schemas.title(attribute));
    }

    /** The same for those who need not share it. */
    public Requirement optional() {
        return new Requirement(id, attribute, title, false);
    }

    /** What a person allows who allows to tell it, such as {@code home=physical-address}; without a space. */
    public String told() {
        return id + "=" + attribute;
    }
}

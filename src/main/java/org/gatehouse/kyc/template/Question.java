package org.gatehouse.kyc.template;

import java.util.List;
import java.util.Optional;

/**
 * Something that applicants are asked, beside attributes.
 *
 * @param id its name among the application's questions
 * @param label what people read
 * @param description more of it, if there is more
 * @param type how it is answered
 * @param options of {@link Type#SELECT}, and of {@link Type#CHECKBOX} where several can be ticked: what there is to choose
 * @param required whether the application waits for the answer
 */
public record Question(
        String id, String label, Optional<String> description, Type type, List<String> options, boolean required) {
    public Question {
        options = List.copyOf(options);
    }

    /** How a question is answered. */
    public enum Type {
        /** With a text. */
        INPUT,
        /** With yes or no, or with some of the options. */
        CHECKBOX,
        /** With one of the options. */
        SELECT,
        /** With a day, {@code YYYY-MM-DD}. */
        DATE
    }
}

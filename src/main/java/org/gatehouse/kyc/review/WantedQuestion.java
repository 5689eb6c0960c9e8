package org.gatehouse.kyc.review;

import java.util.List;
import java.util.Optional;
import org.gatehouse.kyc.template.Question;

/**
 * A question that a reviewer asks.
 *
 * @param label what people read
 * @param description more of it
 * @param type how it is answered
 * @param options what there is to choose
 * @param required whether the application waits for the answer
 */
public record WantedQuestion(
        String label, Optional<String> description, Question.Type type, List<String> options, boolean required) {
    public WantedQuestion {
        options = List.copyOf(options);
    }
}

package org.gatehouse.kyc.page;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.kyc.application.AskedQuestion;
import org.gatehouse.kyc.template.Question;

/** A question that is asked. */
public final class QuestionItem extends Item {
    private final Question question;
    private final Field field;

    /**
     * The question without an answer.
     *
     * @param reason why the answer before was refused; may be empty
     * @param number the number of its field
     */
    QuestionItem(AskedQuestion asked, String reason, int number) {
        super(asked.question().id(), asked.missing(), reason);
        question = asked.question();
        field = new Field("q:" + id() + ":", number, FieldKind.of(question), true, question.options());
    }

    @Override
    Optional<JsonValue> checked(FileFinder files) {
        return fieldsAreRight() ? field.data() : Optional.empty();
    }

    @Override
    public List<Field> getFields() {
        return List.of(field);
    }

    @Override
    public String getTitle() {
        return question.label();
    }

    @Override
    public String getDescription() {
        return question.description().orElse("");
    }

    @Override
    public String getAttribute() {
        return "";
    }
}

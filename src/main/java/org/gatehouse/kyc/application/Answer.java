package org.gatehouse.kyc.application;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.http.Json;
import org.gatehouse.kyc.template.Question;

/** An answer to a question, checked against what the question asks for. */
final class Answer {
    /** The longest text, in characters. */
    static final int LONGEST = 2_000;

    private Answer() {}

    /**
     * The question with this answer, or without one.
     *
     * @throws Undone where the answer is not one to this question; the sentence names the question
     */
    static AskedQuestion to(AskedQuestion asked, JsonValue sent) {
        Question question = asked.question();
        if (isNothing(sent)) {
            if (question.required()) throw Undone.because(question.label() + " is missing");
            return asked.emptied();
        }
        return asked.with(
                switch (question.type()) {
                    case INPUT -> text(question, sent);
                    case CHECKBOX -> question.options().isEmpty() ? ticked(question, sent) : several(question, sent);
                    case SELECT -> one(question, sent);
                    case DATE -> day(question, sent);
                });
    }

    private static boolean isNothing(JsonValue sent) {
        if (sent instanceof JsonString text) return text.getString().isBlank();
        return JsonValue.NULL.equals(sent) || (sent instanceof JsonArray array && array.isEmpty());
    }

    private static JsonValue text(Question question, JsonValue sent) {
        return string(sent)
                .flatMap(text -> Text.of(text, LONGEST))
                .<JsonValue>map(Answer::string)
                .orElseThrow(() -> wrong(
                        question, " should be a text of " + LONGEST + " characters at most, without hidden ones"));
    }

    private static JsonValue ticked(Question question, JsonValue sent) {
        if (!sent.equals(JsonValue.TRUE) && !sent.equals(JsonValue.FALSE))
            throw wrong(question, " should be true or false");
        return sent;
    }

    private static JsonValue several(Question question, JsonValue sent) {
        List<JsonValue> ticked = sent instanceof JsonArray array ? array : List.of(sent);
        Set<String> chosen = new HashSet<>();
        for (JsonValue each : ticked) {
            if (!chosen.add(option(question, each))) throw wrong(question, " names one twice");
        }
        var options = Json.array();
        question.options().stream().filter(chosen::contains).forEach(options::add);
        return options.build();
    }

    private static JsonValue one(Question question, JsonValue sent) {
        return string(option(question, sent));
    }

    private static String option(Question question, JsonValue sent) {
        return string(sent)
                .filter(question.options()::contains)
                .orElseThrow(() -> wrong(question, " should be one of the options"));
    }

    private static JsonValue day(Question question, JsonValue sent) {
        String text = string(sent).orElse("");
        try {
            return string(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            throw wrong(question, " should be a day, YYYY-MM-DD");
        }
    }

    private static Undone wrong(Question question, String fault) {
        return Undone.because(question.label() + fault);
    }

    private static Optional<String> string(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static JsonString string(String text) {
        return Json.array().add(text).build().getJsonString(0);
    }
}

package org.gatehouse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.oidc.Answer;
import org.jspecify.annotations.Nullable;

/** The form that carries an answer to an application (OAuth 2.0 Form Post Response Mode). */
@Named("answer")
@RequestScoped
public class AnswerPage {
    private @Nullable Answer answer;

    void show(Answer answer) {
        this.answer = answer;
    }

    /** Where the form goes. */
    public String getAction() {
        return answer().redirectUri();
    }

    /** The fields, by name. */
    public List<Map.Entry<String, String>> getFields() {
        return List.copyOf(answer().parameters().entrySet());
    }

    private Answer answer() {
        return Optional.ofNullable(answer).orElseThrow();
    }
}

package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;

import jakarta.json.JsonException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Compares an answer with the outcome that a table of {@link BadInput} writes; gives what is wrong with it. */
final class Verdict {
    /** Where a portal's browser begins to sign in: nothing of what it asked for stands in it but a path. */
    private static final String START = "https://trial.example/.gatehouse/start?rd=%2F";

    private final HttpResponse<String> answer;
    private final String[] outcome;

    private Verdict(HttpResponse<String> answer, String outcome) {
        this.answer = answer;
        this.outcome = outcome.split(" ", -1);
    }

    /**
     * What is wrong with an answer; empty if it is the one.
     *
     * @param redirectUri where the application is registered to be answered
     */
    static Optional<String> of(
            HttpResponse<String> answer,
            BadInput request,
            String outcome,
            GatehouseSystem gatehouse,
            String redirectUri) {
        Verdict verdict = new Verdict(answer, outcome);
        boolean right = verdict.goesNowhereElse(gatehouse.url(), redirectUri)
                && verdict.saysNothingOfTheServer()
                && verdict.isTheOne(request, gatehouse.url(), redirectUri);
        String body = answer.body().length() > 300 ? answer.body().substring(0, 300) + "..." : answer.body();
        return right
                ? Optional.empty()
                : Optional.of(answer.statusCode() + " " + answer.headers().map() + " " + body);
    }

    private boolean goesNowhereElse(String url, String redirectUri) {
        return answer.headers().allValues("Location").stream()
                .allMatch(to -> !to.contains("evil.example")
                        && (to.startsWith(url + "/") || to.startsWith(redirectUri + "?") || to.equals(START)));
    }

    private boolean saysNothingOfTheServer() {
        return answer.statusCode() < 500
                && !answer.body().contains("xception")
                && !answer.body().contains("evil.example");
    }

    private boolean isTheOne(BadInput request, String url, String redirectUri) {
        return switch (outcome[0]) {
            case "page" -> is(word(1)) && html() && location().isEmpty();
            case "back" -> isBack(request, url, redirectUri);
            case "oauth" -> is(word(1)) && notStored() && oauth();
            case "bearer" -> is(word(1)) && notStored() && bearer();
            case "problem" -> is(word(1)) && location().isEmpty() && problem();
            case "lws" -> is(word(1)) && notStored() && location().isEmpty() && lws();
            case "inactive" -> is("200") && notStored() && answer.body().equals("{\"active\":false}");
            case "start" -> is(word(1)) && location().equals(Optional.of(START));
            case "provider" -> is("303") && location().orElse("").startsWith(url + "/oauth2/authorize?");
            // A byte of zero in a path: Payara refuses it by itself.
            case "absent" -> (is("400") || is("404")) && location().isEmpty();
            case "status" -> is(word(1)) && location().isEmpty();
            default -> throw new IllegalArgumentException(String.join(" ", outcome));
        };
    }

    private boolean isBack(BadInput request, String url, String redirectUri) {
        if (!is("303") || location().isEmpty() || !location().get().startsWith(redirectUri + "?")) return false;
        Map<String, String> parameters =
                Application.parameters(URI.create(location().get()));
        String state = request.said("state");
        boolean known = state == null || state.length() > 2_000 || state.equals(parameters.get("state"));
        boolean said = word(1).equals("code")
                ? parameters.containsKey("code")
                : word(1).equals(parameters.get("error")) && !parameters.containsKey("code");
        return known && said && url.equals(parameters.get("iss"));
    }

    /** RFC 6749 section 5.2, and 5.1 where there is no error. */
    private boolean oauth() {
        if (outcome.length == 2) return !answer.body().contains("\"error\"");
        String scheme = answer.headers().firstValue("WWW-Authenticate").orElse("");
        return word(2).equals(error()) && (outcome.length == 3 || scheme.startsWith(word(3)));
    }

    /** RFC 6750 section 3: without a token, without an error. */
    private boolean bearer() {
        String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
        boolean error = challenge.contains("error=");
        return challenge.startsWith("Bearer")
                && (outcome.length == 2 ? !error : challenge.contains("error=\"" + word(2) + "\""));
    }

    private boolean problem() {
        try {
            return json(answer).getString("type").equals("urn:gatehouse:problem:" + word(2));
        } catch (JsonException e) {
            return false;
        }
    }

    /** SelfKey's integration documents: a code, and a sentence for a person. */
    private boolean lws() {
        if (outcome.length == 2) return !answer.body().contains("\"code\"");
        try {
            return json(answer).getString("code").equals(word(2))
                    && !json(answer).getString("message").isBlank();
        } catch (JsonException | NullPointerException e) {
            return false;
        }
    }

    private String error() {
        try {
            return json(answer).getString("error", "");
        } catch (JsonException e) {
            return "";
        }
    }

    private boolean is(String status) {
        return Integer.toString(answer.statusCode()).equals(status);
    }

    private boolean html() {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private boolean notStored() {
        return answer.headers().firstValue("Cache-Control").orElse("").contains("no-store");
    }

    private Optional<String> location() {
        return answer.headers().firstValue("Location");
    }

    private String word(int index) {
        return outcome[index];
    }
}

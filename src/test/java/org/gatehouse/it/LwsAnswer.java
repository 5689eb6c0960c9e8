package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** Answers of this protocol in one line: the status, and the code of a refusal. */
final class LwsAnswer {
    private LwsAnswer() {}

    /** The status of a success; the status and the code of a refusal, which has a sentence too and is JSON. */
    static String of(HttpResponse<String> answer) {
        String line = of(answer.statusCode(), answer.body());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return answer.statusCode() >= 400 && !json ? line + " that is not called JSON" : line;
    }

    static String of(int status, String body) {
        if (status < 400) return Integer.toString(status);
        try {
            JsonObject refusal = Json.createReader(new StringReader(body)).readObject();
            String message = refusal.getString("message", "");
            return status + " " + refusal.getString("code", "without a code")
                    + (message.isEmpty() ? " and no message" : "");
        } catch (JsonException e) {
            return status + " that is not JSON: " + body;
        }
    }
}

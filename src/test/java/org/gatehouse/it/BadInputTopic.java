package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each parameter of each endpoint missing, repeated, empty, too long or another's, each token where it does not belong, and each replay. */
interface BadInputTopic extends Topic {
    /** The tables, one for each kind of request. */
    List<String> TABLES = List.of(
            "authorize",
            "token-code",
            "token-refresh",
            "assertion",
            "userinfo",
            "revoke",
            "introspect",
            "logout",
            "forward-auth",
            "api",
            "selfkey-id",
            "selfkey-challenge",
            "selfkey-login");

    @Test
    default void theTablesOfBadInputHaveMoreThan200Lines() {
        assertTrue(
                TABLES.stream().mapToLong(table -> BadInput.table(table).size()).sum() > 200);
    }

    @Test
    default void badInputIsAnsweredAsTheTablesSayAndLeavesNothingBehind() {
        BadInputValues values = BadInputValues.prepare(gatehouse());
        List<String> wrong = new ArrayList<>();
        for (String table : TABLES) {
            for (BadInput.Line line : BadInput.table(table)) {
                wrong(line, () -> good(table), values, values.browser()).ifPresent(wrong::add);
                // A stranger learns the same, but for what only somebody who is signed in can get.
                if (table.equals("authorize") && !line.good()) {
                    wrong(line, () -> good(table), values, gatehouse().browser())
                            .ifPresent(wrong::add);
                }
            }
        }
        assertEquals("", String.join("\n", wrong), wrong.size() + " lines");
    }

    private Optional<String> wrong(
            BadInput.Line line, Supplier<BadInput> good, BadInputValues values, Browser browser) {
        values.next();
        BadInput request = good.get().change(line.changes(), values::of);
        boolean browsers = Stream.of("authorize", "logout").anyMatch(line.place()::startsWith);
        Map<String, Long> before = Database.rows();
        HttpResponse<String> answer = gatehouse()
                .send(request.request(
                        path -> browsers ? browser.request(path) : gatehouse().request(path)));
        Map<String, Long> left = line.good() ? Map.of() : Database.more(before, line.leaves());
        Optional<String> wrong = Verdict.of(answer, request, line.outcome(), gatehouse(), BadInputValues.REDIRECT);
        if (wrong.isEmpty() && left.isEmpty()) return Optional.empty();
        return Optional.of(line + ": " + wrong.orElse("") + (left.isEmpty() ? "" : " left behind: " + left));
    }

    /** What the lines of a table change. */
    private static BadInput good(String table) {
        return switch (table) {
            case "authorize" ->
                new BadInput("GET", "/oauth2/authorize")
                        .with("response_type", "code")
                        .with("client_id", "trial")
                        .with("redirect_uri", BadInputValues.REDIRECT)
                        .with("scope", "openid profile")
                        .with("state", "a-state")
                        .with("nonce", "a-nonce")
                        .with("code_challenge", "{challenge}")
                        .with("code_challenge_method", "S256");
            case "token-code" -> code("{code}").with("client_id", "trial");
            case "token-refresh" ->
                new BadInput("POST", "/oauth2/token")
                        .header("Authorization", "{basic}")
                        .with("grant_type", "refresh_token")
                        .with("refresh_token", "{refresh}");
            case "assertion" ->
                code("{code-of-the-signer}")
                        .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .with("client_assertion", "{assertion}");
            case "userinfo" -> new BadInput("GET", "/oauth2/userinfo").header("Authorization", "Bearer {access}");
            case "revoke" ->
                new BadInput("POST", "/oauth2/revoke")
                        .header("Authorization", "{basic}")
                        .with("token", "{refresh}");
            case "introspect" ->
                new BadInput("POST", "/oauth2/introspect")
                        .header("Authorization", "{basic}")
                        .with("token", "{refresh}");
            case "logout" ->
                new BadInput("GET", "/oauth2/logout")
                        .with("id_token_hint", "{id-of-another-person}")
                        .with("client_id", "trial")
                        .with("post_logout_redirect_uri", "https://trial.example/bye");
            case "forward-auth" -> new BadInput("GET", "/oauth2/forward-auth/trial-portal");
            case "api" -> new BadInput("GET", "/api/me").header("Content-Type", "application/json");
            case "selfkey-id" -> new BadInput("GET", "/selfkey/lws/auth/challenge/{lws-did}").header("Origin", "IDW");
            case "selfkey-challenge" ->
                new BadInput("POST", "/selfkey/lws/auth/challenge")
                        .header("Authorization", "Bearer {lws-challenge}")
                        .header("Origin", "IDW")
                        .header("Content-Type", "application/json")
                        .raw("{\"signature\":{\"value\":\"{lws-signature}\",\"keyId\":\"{lws-did}#keys-1\"}}");
            case "selfkey-login" ->
                new BadInput("POST", "/selfkey/lws/login")
                        .header("Content-Type", "application/json")
                        .header("Origin", "https://lws.example")
                        .raw("{\"token\":\"{user}\"}");
            default -> throw new IllegalArgumentException(table);
        };
    }

    private static BadInput code(String code) {
        return new BadInput("POST", "/oauth2/token")
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", BadInputValues.REDIRECT)
                .with("code_verifier", "{verifier}");
    }
}

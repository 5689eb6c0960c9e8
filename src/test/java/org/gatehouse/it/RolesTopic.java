package org.gatehouse.it;

import static org.gatehouse.it.GatehouseSystem.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.RolesTable;
import org.gatehouse.RolesTable.Row;
import org.junit.jupiter.api.Test;

/** Whom each row of {@code docs/roles.md} lets in. What is named in the addresses does not exist, so that nothing is changed. */
interface RolesTopic extends Topic {
    /** What stands for the parameters of addresses; for every other one an id of nothing. */
    Map<String, String> NAMED = Map.ofEntries(
            Map.entry("client", "no-such-client"),
            Map.entry("version", "1"),
            Map.entry("number", "999999999999"),
            Map.entry("algorithm", "HS256"),
            Map.entry("role", "reviewer"),
            Map.entry("document", "openid-configuration"),
            Map.entry("users", "users"),
            Map.entry("files", "file"),
            Map.entry("call", "get-account"),
            Map.entry("end", ""),
            Map.entry("wallet", "idena:mainnet:0x0000000000000000000000000000000000000001"));

    String NOTHING = "0".repeat(32);
    Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
    List<String> ROLES = List.of("reviewer", "lead-reviewer", "auditor");

    @Test
    default void everyRowLetsInWhomItSaysAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        Map<String, FakeWallet> people = people();
        people.forEach((role, wallet) -> {
            Browser browser = gatehouse().browser();
            browser.signIn(wallet);
            Set<String> held = role.equals("person") ? Set.of("person") : Set.of("person", role);
            for (Row row : RolesTable.read()) {
                check(row, call(browser, row), held, role).ifPresent(wrong::add);
                // What ended the session was right to do so.
                if (row.path().equals("/api/me/sign-out") || row.path().equals("/signout")) browser.signIn(wallet);
            }
        });
        for (Row row : RolesTable.read())
            check(row, call(gatehouse().browser(), row), Set.of(), "nobody").ifPresent(wrong::add);
        assertEquals("", String.join("\n", wrong));
    }

    /** A wallet for each role, whose person has that role alone. */
    private Map<String, FakeWallet> people() {
        Map<String, FakeWallet> people = new LinkedHashMap<>();
        Browser administrator = gatehouse().browser();
        administrator.signIn(FakeWallet.administrator());
        people.put("person", FakeWallet.create());
        for (String role : ROLES) {
            FakeWallet wallet = FakeWallet.create();
            Browser browser = gatehouse().browser();
            browser.signIn(wallet);
            String account = json(browser.get("/api/me")).getString("sub");
            assertEquals(
                    204,
                    administrator
                            .call("PUT", "/api/accounts/" + account + "/roles/" + role, "")
                            .statusCode());
            people.put(role, wallet);
        }
        FakeWallet chosen = FakeWallet.create();
        Browser second = gatehouse().browser();
        second.signIn(chosen);
        String account = json(second.get("/api/me")).getString("sub");
        assertEquals(
                204,
                administrator
                        .call("PUT", "/api/accounts/" + account + "/roles/administrator", "")
                        .statusCode());
        people.put("administrator", chosen);
        return people;
    }

    private static Optional<String> check(Row row, HttpResponse<String> answer, Set<String> held, String who) {
        int status = answer.statusCode();
        boolean right;
        // What a protocol asks for instead of a role is tested where the protocol is.
        if (row.open()) right = status < 500;
        else if (row.opensFor(held)) right = status < 500 && status != 401 && status != 403 && !toSignIn(answer);
        else if (held.isEmpty()) right = status == 401 || toSignIn(answer);
        else right = status == 403;
        return right ? Optional.empty() : Optional.of(who + " gets " + status + " of " + row);
    }

    private static boolean toSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").contains("/signin?go=");
    }

    /** A script on one of our own pages. A body that changes nothing: it is no client, no template, no form. */
    private HttpResponse<String> call(Browser browser, Row row) {
        String path =
                PARAMETER.matcher(row.path()).replaceAll(parameter -> NAMED.getOrDefault(parameter.group(1), NOTHING));
        HttpRequest.Builder request = browser.ours(path).header("Content-Type", "application/json");
        boolean body = Set.of("POST", "PUT", "PATCH").contains(row.method());
        return browser.keep(gatehouse()
                .send(request.method(row.method(), body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())));
    }
}

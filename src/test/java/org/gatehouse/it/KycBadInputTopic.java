package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each member of each call of KYC missing, of another type, too long, too deep or another's. */
interface KycBadInputTopic extends Topic {
    @Test
    default void badApplicationsAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        assertTable("kyc-apply");
    }

    @Test
    default void badCallsOfAWalletAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        assertTable("kyc-wallet");
    }

    @Test
    default void badCallsOfAServerAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        assertTable("kyc-server");
    }

    @Test
    default void badAttachmentsAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        assertTable("kyc-attachments");
    }

    @Test
    default void badUserTokensAndVisitsAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        assertTable("kyc-login");
    }

    @Test
    default void badCallsOfAnAdministratorAreAnsweredAsTheTableSaysAndLeaveNothingBehind() {
        assertTable("kyc-api");
    }

    private void assertTable(String table) {
        KycValues values = KycValues.prepare(gatehouse());
        String before = values.application();
        List<String> wrong = new ArrayList<>();
        for (BadInput.Line line : BadInput.table(table)) wrong(line, values).ifPresent(wrong::add);
        assertEquals("", String.join("\n", wrong), wrong.size() + " lines");
        assertEquals(before, values.application(), "nothing of it was changed");
    }

    private Optional<String> wrong(BadInput.Line line, KycValues values) {
        BadInput request = good(line.place()).change(line.changes(), values::of);
        Map<String, Long> before = Database.rows();
        HttpResponse<String> answer = gatehouse().send(request.request(gatehouse()::request));
        Map<String, Long> left = line.good() ? Map.of() : Database.more(before, line.leaves());
        Optional<String> wrong = Verdict.of(answer, request, line.outcome(), gatehouse(), BadInputValues.REDIRECT);
        if (wrong.isEmpty() && left.isEmpty()) return Optional.empty();
        String shown = line.toString();
        return Optional.of(shown + ": " + wrong.orElse("") + (left.isEmpty() ? "" : " left behind: " + left));
    }

    /** What the lines of a table change. */
    private static BadInput good(String place) {
        String root = "/selfkey/" + KycValues.CLIENT;
        return switch (place.substring(0, place.indexOf('.'))) {
            case "kyc-apply" ->
                json("POST", root + "/applications")
                        .header("Origin", "IDW")
                        .header("Authorization", "Bearer {kyc-person}")
                        .raw("{\"templateId\":\"proof-careful\",\"attributes\":[{kyc-names}]}");
            case "kyc-wallet" ->
                json("POST", root + "/applications")
                        .header("Origin", "IDW")
                        .header("Authorization", "Bearer {kyc-owner}");
            case "kyc-server" ->
                json("POST", root + "/integrations/v2/applications").header("apiKey", "{kyc-key}");
            case "kyc-attachments" ->
                new BadInput("POST", root + "/integrations/v2/applications/{kyc-id}/attachments")
                        .header("apiKey", "{kyc-key}")
                        .header("Content-Type", "multipart/form-data;boundary=b")
                        .raw("{kyc-part-type}credential{kyc-part-file}{}{kyc-parts-end}");
            case "kyc-login" -> json("POST", root + "/api/v2/auth/login");
            case "kyc-api" -> json("GET", "/api/templates").header("Authorization", "Bearer {kyc-admin}");
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static BadInput json(String method, String path) {
        return new BadInput(method, path).header("Content-Type", "application/json");
    }
}

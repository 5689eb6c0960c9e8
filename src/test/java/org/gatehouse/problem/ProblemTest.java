package org.gatehouse.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
    private static JsonObject body(Response response) {
        try (JsonReader reader =
                JsonProvider.provider().createReader(new StringReader(String.valueOf(response.getEntity())))) {
            return reader.readObject();
        }
    }

    @Test
    void noTwoProblemsShareASlugOrASentence() {
        int count = Problem.values().length;
        assertEquals(
                count,
                Arrays.stream(Problem.values()).map(Problem::slug).distinct().count());
        assertEquals(
                count,
                Arrays.stream(Problem.values())
                        .map(Problem::sentence)
                        .distinct()
                        .count());
    }

    /** The contract: clients and stored audit rows hold these. */
    @Test
    void theSlugsAreThose() {
        assertEquals(
                Set.of(
                        "bad-request",
                        "unauthenticated",
                        "forbidden",
                        "confirm-first",
                        "cross-site",
                        "not-found",
                        "unknown-client",
                        "no-portal",
                        "unknown-application",
                        "unknown-account",
                        "unknown-session",
                        "unknown-wallet",
                        "unknown-key",
                        "last-wallet",
                        "unknown-template",
                        "unknown-webhook",
                        "unknown-delivery",
                        "webhook-disabled",
                        "last-administrator",
                        "key-pending",
                        "key-gone",
                        "method-not-allowed",
                        "not-acceptable",
                        "conflict",
                        "precondition-failed",
                        "precondition-required",
                        "too-large",
                        "unsupported-media-type",
                        "attempt-gone",
                        "internal",
                        "unavailable"),
                Arrays.stream(Problem.values()).map(Problem::slug).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerIsThatOfRfc9457(Problem problem) {
        Response response = problem.response();
        assertEquals(problem.status(), response.getStatus());
        assertEquals("application/problem+json", response.getHeaderString("Content-Type"));
        assertEquals("no-store", response.getHeaderString("Cache-Control"));
        JsonObject body = body(response);
        assertEquals(Set.of("type", "title", "status", "detail"), body.keySet());
        assertEquals("urn:gatehouse:problem:" + problem.slug(), body.getString("type"));
        assertTrue(URI.create(body.getString("type")).isAbsolute());
        assertEquals(problem.sentence(), body.getString("title"));
        assertEquals(problem.status(), body.getInt("status"), "the status of the answer itself");
        assertEquals(problem.sentence(), body.getString("detail"));
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceIsOneForPeopleAndTheStatusAnError(Problem problem) {
        assertTrue(problem.sentence().matches("[A-Z][^<>{}]+\\."), problem.sentence());
        assertTrue(problem.status() >= 400 && problem.status() < 600);
        assertTrue(problem.slug().matches("[a-z]+(-[a-z]+)*") && problem.slug().length() <= 60, "fits an audit row");
    }

    @Test
    void aDetailStandsBesideTheTitleAndIsEscaped() {
        JsonObject body = body(Problem.BAD_REQUEST.response("The member \"client_id\" is missing.\n"));
        assertEquals(Problem.BAD_REQUEST.sentence(), body.getString("title"));
        assertEquals("The member \"client_id\" is missing.\n", body.getString("detail"));
    }

    @ParameterizedTest
    @EnumSource
    void a401SaysHowToAuthenticateAndA503WhenToComeBackAndNoOtherDoes(Problem problem) {
        Response response = problem.response();
        assertEquals(problem.status() == 401 ? "Bearer" : null, response.getHeaderString("WWW-Authenticate"));
        assertEquals(problem.status() == 503 ? "5" : null, response.getHeaderString("Retry-After"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "409, CONFLICT",
        "412, PRECONDITION_FAILED",
        "413, TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "418, BAD_REQUEST",
        "428, PRECONDITION_REQUIRED",
        "429, BAD_REQUEST",
        "500, INTERNAL",
        "501, INTERNAL",
        "502, INTERNAL",
        "503, UNAVAILABLE",
        "599, INTERNAL"
    })
    void aStatusThatAServerChoseIsTheGeneralProblemOfItsKind(int status, Problem problem) {
        assertEquals(problem, Problem.ofStatus(status));
    }
}

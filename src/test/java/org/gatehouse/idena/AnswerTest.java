package org.gatehouse.idena;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

/** The bytes that wallets are given; those of the successes stand so in Idena's documents. */
class AnswerTest {
    @Test
    void aNonceIsAnswered() {
        assertAnswers(
                "{\"success\":true,\"data\":{\"nonce\":\"signin-0652c409-17ef-4ad6-b580-3faaefcc204d\"}}",
                Answer.ok("nonce", "signin-0652c409-17ef-4ad6-b580-3faaefcc204d"));
    }

    @Test
    void anAddressIsAnswered() {
        assertAnswers(
                "{\"success\":true,\"data\":{\"address\":\"0xFf893698faC953dBbCdC3276e8aD13ed3267fB06\"}}",
                Answer.ok("address", "0xFf893698faC953dBbCdC3276e8aD13ed3267fB06"));
    }

    @Test
    void anOutcomeIsAnswered() {
        assertAnswers("{\"success\":true,\"data\":{\"authenticated\":true}}", Answer.ok("authenticated", true));
        assertAnswers("{\"success\":true,\"data\":{\"authenticated\":false}}", Answer.ok("authenticated", false));
        assertAnswers("{\"success\":true,\"data\":{\"loggedout\":true}}", Answer.ok("loggedout", true));
        assertAnswers("{\"success\":true,\"data\":{\"loggedout\":false}}", Answer.ok("loggedout", false));
    }

    @Test
    void aRefusalIsA200WithASentence() {
        assertAnswers("{\"success\":false,\"error\":\"no data found\"}", Answer.refused(Refusal.NO_DATA));
    }

    @Test
    void aRefusedAuthenticateSaysSoToBothWalletsWhichLookAtDifferentMembers() {
        assertAnswers(
                "{\"success\":false,\"error\":\"unsupported version\",\"data\":{\"authenticated\":false}}",
                Answer.notAuthenticated(Refusal.BAD_VERSION));
    }

    @Test
    void aValueIsEscaped() {
        assertAnswers("{\"success\":true,\"data\":{\"nonce\":\"a\\\"b\\\\c\"}}", Answer.ok("nonce", "a\"b\\c"));
    }

    private static void assertAnswers(String body, Response response) {
        assertEquals(200, response.getStatus());
        assertEquals(body, response.getEntity());
        assertEquals("application/json", response.getHeaderString("Content-Type"));
        assertEquals("no-store", response.getHeaderString("Cache-Control"));
    }
}

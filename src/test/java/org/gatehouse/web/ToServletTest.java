package org.gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToServletTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/start, https://a.example/start?iss=https%3A%2F%2Fgate.example%2Fgatehouse",
        "https://a.example/start?, https://a.example/start?iss=https%3A%2F%2Fgate.example%2Fgatehouse",
        "https://a.example/start?a=b%26c, https://a.example/start?a=b%26c&iss=https%3A%2F%2Fgate.example%2Fgatehouse"
    })
    void theIssuerIsAddedToTheQuery(String registered, String address) {
        assertEquals(address, ToServlet.withIssuer(URI.create(registered), "https://gate.example/gatehouse"));
    }
}

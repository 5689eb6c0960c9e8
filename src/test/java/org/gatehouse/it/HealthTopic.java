package org.gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a load balancer asks. */
interface HealthTopic extends Topic {
    @Test
    default void it_is_alive() {
        assertEquals(200, gatehouse().get("/ops/health/live").statusCode());
    }

    @Test
    default void it_is_ready_with_its_database() {
        HttpResponse<String> answer = gatehouse().get("/ops/health/ready");

        assertEquals(200, answer.statusCode());
        assertEquals("UP", GatehouseSystem.json(answer).getJsonObject("checks").getString("database"));
    }

    @Test
    default void readiness_is_not_cached() {
        assertEquals(
                "no-store",
                gatehouse()
                        .get("/ops/health/ready")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""));
    }
}

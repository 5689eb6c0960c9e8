package org.gatehouse.console.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.http.Json;
import org.junit.jupiter.api.Test;

class ChartTest {
    private final Chart chart = new Chart(
            List.of("a", "b", "c"),
            List.of(
                    new Chart.Series("done", 1, List.of(1L, 0L, 3L)),
                    new Chart.Series("refused", 5, List.of(0L, 0L, 2L))),
            false);

    @Test
    void theTableHasTheFiguresOfThePicture() {
        assertEquals(List.of(new Chart.Row("a", List.of(1L, 0L)), new Chart.Row("c", List.of(3L, 2L))), chart.rows());
        JsonObject drawn =
                Json.parse(chart.json().getBytes(StandardCharsets.UTF_8)).orElseThrow();
        JsonObject data = drawn.getJsonObject("data");
        assertEquals("[\"a\",\"b\",\"c\"]", data.getJsonArray("labels").toString());
        assertEquals(
                "[0,0,2]",
                data.getJsonArray("datasets")
                        .getJsonObject(1)
                        .getJsonArray("data")
                        .toString());
    }

    @Test
    void whereThereIsNothingNothingIsDrawn() {
        assertFalse(chart.blank());
        assertTrue(new Chart(List.of("a"), List.of(new Chart.Series("done", 1, List.of(0L))), false).blank());
        assertTrue(new Chart(List.of(), List.of(), true).blank());
    }
}

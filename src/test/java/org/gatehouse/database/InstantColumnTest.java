package org.gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantColumnTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "2026-11-20T12:34:56.789Z, 1795178096789",
        "1969-12-31T23:59:59.999Z, -1",
        ", "
    })
    void aTimeIsItsMillisecondsSince1970AndBack(Instant instant, Long milliseconds) {
        InstantColumn column = new InstantColumn();
        assertEquals(milliseconds, column.convertToDatabaseColumn(instant));
        assertEquals(instant, column.convertToEntityAttribute(milliseconds));
    }
}

package org.gatehouse.kyc.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.gatehouse.file.Storing;
import org.junit.jupiter.api.Test;

class AttachingTest {
    @Test
    void aFileThatCanBeSentAgainLaterIsRefusedAsUnavailable() {
        try (Response answer = Attaching.refused(Storing.Reason.BUSY)) {
            assertEquals(503, answer.getStatus());
            assertEquals("5", answer.getHeaderString(HttpHeaders.RETRY_AFTER));
        }
    }

    @Test
    void aFileThatIsTooLargeOrOfAWrongTypeIsRefusedAsSuch() {
        assertEquals(413, Attaching.refused(Storing.Reason.TOO_LARGE).getStatus());
        assertEquals(422, Attaching.refused(Storing.Reason.WRONG_TYPE).getStatus());
    }
}

package org.gatehouse.kyc.review;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":2,\"note\":7}",
                "{\"comments\":[\"x\"]}",
                "{\"label\":{}}",
                "{\"optional\":\"no\"}",
                "{\"options\":\"red\"}",
                "{\"type\":true}"
            })
    void refusesAMemberOfAWrongType(String body) {
        assertTrue(fault(body).isPresent());
    }

    @Test
    void takesWhatIsThereAndNullForWhatIsNot() {
        assertTrue(fault("{\"note\":\"x\",\"optional\":false,\"options\":[],\"label\":null,\"more\":7}")
                .isEmpty());
    }

    private static Optional<Reviewed> fault(String body) {
        return SentTypes.fault(Json.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}

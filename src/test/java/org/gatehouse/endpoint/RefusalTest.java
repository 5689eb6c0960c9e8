package org.gatehouse.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void aStatusOfTheServersOwnHasTheDocumentsShape() {
        assertEquals(Refusal.NOT_FOUND, Refusal.ofStatus(404));
        assertEquals(Refusal.METHOD_NOT_ALLOWED, Refusal.ofStatus(405));
        assertEquals(Refusal.UNSUPPORTED_MEDIA_TYPE, Refusal.ofStatus(415));
        assertEquals(Refusal.BAD_REQUEST, Refusal.ofStatus(400));
        assertEquals(Refusal.BAD_REQUEST, Refusal.ofStatus(431));
        assertEquals(Refusal.INTERNAL, Refusal.ofStatus(500));
        assertEquals(Refusal.INTERNAL, Refusal.ofStatus(599));
    }
}

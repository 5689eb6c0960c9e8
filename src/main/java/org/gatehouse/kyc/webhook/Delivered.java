package org.gatehouse.kyc.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * What a webhook is told once, and what came of it so far.
 *
 * @param id the delivery's id, {@code webhook-id} to the receiver
 * @param application the application that it tells of
 * @param body what it says, as JSON
 * @param at when it was written
 * @param tries how often it was tried
 * @param nextTry when it is tried again; empty where it is over
 * @param status of HTTP, in the last answer; empty where none came
 * @param fault what was wrong with the last try; empty where nothing was
 * @param delivered when the receiver took it
 */
public record Delivered(
        String id,
        String application,
        String body,
        Instant at,
        int tries,
        Optional<Instant> nextTry,
        Optional<Integer> status,
        String fault,
        Optional<Instant> delivered) {
    static Delivered of(DeliveryRow row) {
        return new Delivered(
                row.id,
                row.applicationId,
                row.body,
                row.createdAt,
                row.tries,
                Optional.ofNullable(row.nextTryAt),
                Optional.ofNullable(row.lastStatus),
                Optional.ofNullable(row.lastFault).orElse(""),
                Optional.ofNullable(row.deliveredAt));
    }
}
